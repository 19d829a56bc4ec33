import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { plainText } from './markdown.tsx';

/** A row has no room for more of a note, Markdown syntax included. */
const MAX_LINE_LENGTH = 400;

/** The beginning of a note on one line, with inline formatting only. */
export function NoteLine({ note }: { note: string }) {
  const line = useMemo(() => lineOf(note), [note]);
  return <bdi>{line}</bdi>;
}

function lineOf(note: string): ComponentChildren {
  const beginning = note.trim().slice(0, MAX_LINE_LENGTH);
  return inLine(lexer(beginning, { gfm: true, breaks: true }));
}

function inLine(tokens: readonly Token[] = []): ComponentChildren {
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no other identity
  return tokens.map((token, i) => <Piece key={i} token={token} />);
}

/** A piece of a note. Blocks, links and images become their text. */
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
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity
        <span key={i}>
          {item.task ? (item.checked ? '☑ ' : '☐ ') : '• '}
          {inLine(item.tokens)}{' '}
        </span>
      ));
    case 'table':
      return [(token as Tokens.Table).header, ...(token as Tokens.Table).rows].map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
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
