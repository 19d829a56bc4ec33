import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';

/**
 * A text in Markdown. Only what is named here becomes an element: HTML is shown as it is written, pictures are named and not loaded, and
 * links go to web pages alone, which don't learn where the click came from.
 */
export function Markdown({ text }: { text: string }) {
  let tokens: Token[];
  try {
    tokens = lexer(text, { gfm: true, breaks: true });
  } catch {
    // Lists in lists in lists, a thousand deep.
    return <div class="markdown markdown-plain">{text}</div>;
  }
  return <div class="markdown">{all(tokens)}</div>;
}

/** No note that a person wrote is deeper. */
const DEEPEST = 40;

function all(tokens: readonly Token[] = [], depth = 0): ComponentChildren {
  if (depth > DEEPEST) return tokens.map(({ raw }) => raw).join('');
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens are told apart by their place alone
  return tokens.map((token, i) => <Piece key={i} token={token} depth={depth + 1} />);
}

function Piece({ token, depth }: { token: Token; depth: number }) {
  const inner = (): ComponentChildren =>
    'tokens' in token && token.tokens ? all(token.tokens, depth) : plain('text' in token ? token.text : token.raw);
  switch (token.type) {
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading':
      return <p class="markdown-heading">{inner()}</p>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'list':
      return <List list={token as Tokens.List} depth={depth} />;
    case 'table':
      return <Table table={token as Tokens.Table} depth={depth} />;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'link':
    case 'image':
      return <Link link={token as Tokens.Link | Tokens.Image}>{inner()}</Link>;
    case 'text':
    case 'escape':
      return <>{inner()}</>;
    case 'space':
    case 'def':
    case 'checkbox':
      return null;
    default:
      return <>{token.raw}</>;
  }
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items are told apart by their place alone
    <li key={i} class={item.task ? 'markdown-task' : undefined}>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      {all(item.tokens, depth)}
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table, depth }: { table: Tokens.Table; depth: number }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their place alone
            <th key={i}>{all(cell.tokens, depth)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={i}>
            {row.map((cell, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={k}>{all(cell.tokens, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Link({ link, children }: { link: Tokens.Link | Tokens.Image; children: ComponentChildren }) {
  const url = URL.canParse(link.href) ? new URL(link.href) : undefined;
  const text = link.type === 'image' ? link.text || link.href : children;
  if (!url || !/^https?:$/.test(url.protocol)) return <>{text}</>;
  return (
    <a href={url.href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] as string);
}
