import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { plainText } from './markdown.tsx';

/** Characters of a note that a row may have room for, with the signs of Markdown among them. */
const LINE_CHARACTERS = 400;

/** The beginning of a note as it reads, in one line: a row shows what is written, not how. */
export function NoteLine({ note }: { note: string }) {
  const line = useMemo(() => lineOf(note), [note]);
  return <bdi>{line}</bdi>;
}

function lineOf(note: string): ComponentChildren {
  const beginning = note.trim().slice(0, LINE_CHARACTERS);
  return inLine(lexer(beginning, { gfm: true, breaks: true }));
}

function inLine(tokens: readonly Token[] = []): ComponentChildren {
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens are told apart by their place alone
  return tokens.map((token, i) => <Piece key={i} token={token} />);
}

/** A piece of a note without blocks, links and pictures: of these their text. */
function Piece({ token }: { token: Token }): ComponentChildren {
  const inner = 'tokens' in token && token.tokens ? inLine(token.tokens) : plainText('text' in token ? token.text : '');
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'del':
      return <del>{inner}</del>;
    case 'codespan':
    case 'code':
      return <code>{token.text}</code>;
    case 'list':
      return (token as Tokens.List).items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are told apart by their place alone
        <span key={i}>
          {item.task ? (item.checked ? '☑ ' : '☐ ') : '• '}
          {inLine(item.tokens)}{' '}
        </span>
      ));
    case 'table':
      return [(token as Tokens.Table).header, ...(token as Tokens.Table).rows].map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <span key={i}>{row.map((cell) => cell.text).join(' · ')} </span>
      ));
    case 'paragraph':
    case 'heading':
    case 'blockquote':
      return <span>{inner} </span>;
    case 'space':
    case 'def':
    case 'checkbox':
    case 'hr':
    case 'br':
      return ' ';
    case 'html':
      return token.raw;
    default:
      return <>{inner}</>;
  }
}
