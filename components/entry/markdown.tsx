import { lexer, type Token, type Tokens } from 'marked';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { taskPlaces } from '../../lib/core/model/note-tasks.ts';
import { t } from '../../lib/words/words.ts';
import { parsingCost } from './parsing-cost.ts';

/**
 * Renders Markdown, with an allowlist of elements: HTML is shown as text, images as their
 * alternative text, and links only if they lead to web pages, without a referrer. With `onTick`,
 * task boxes can be ticked; it gets the box's offset in the text.
 */
export function Markdown({ text, onTick }: { text: string; onTick?: (place: number) => void }) {
  if (parsingCost(text) > MAX_PARSING_COST)
    return (
      <div class="markdown markdown-plain" dir="auto">
        {text}
      </div>
    );
  const tokens = lexer(text, { gfm: true, breaks: true });
  const items = tasksIn(tokens);
  const places = taskPlaces(text);
  // If the parser and taskPlaces disagree, a tick could change another task.
  const isSure = onTick && items.length === places.length;
  const tasks = { tick: isSure && onTick, places: new Map(items.map((item, i) => [item, places[i] as number])) };
  return (
    <Tasks.Provider value={tasks}>
      <div class="markdown">{all(tokens)}</div>
    </Tasks.Provider>
  );
}

/** The task boxes of the rendered text. */
const Tasks = createContext<{
  tick: ((place: number) => void) | false | undefined;
  places: ReadonlyMap<unknown, number>;
}>({ tick: undefined, places: new Map() });

function tasksIn(tokens: readonly Token[]): Tokens.ListItem[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'list') return 'tokens' in token && token.tokens ? tasksIn(token.tokens) : [];
    return (token as Tokens.List).items.flatMap((item) => [...(item.task ? [item] : []), ...tasksIn(item.tokens)]);
  });
}

/**
 * The most that is parsed, about a quarter of a second. As plain text that is twice the longest
 * chapter of a thesis.
 */
const MAX_PARSING_COST = 300_000;

/** Deeper than any note written by hand. */
const MAX_DEPTH = 40;

function all(tokens: readonly Token[] = [], depth = 0): ComponentChildren {
  if (depth > MAX_DEPTH) return tokens.map(({ raw }) => raw).join('');
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no other identity
  return tokens.map((token, i) => <Piece key={i} token={token} depth={depth + 1} />);
}

function Piece({ token, depth }: { token: Token; depth: number }) {
  const inner = (): ComponentChildren =>
    'tokens' in token && token.tokens ? all(token.tokens, depth) : plainText('text' in token ? token.text : token.raw);
  switch (token.type) {
    case 'paragraph':
      return <p dir="auto">{inner()}</p>;
    case 'heading':
      return (
        <p class="markdown-heading" dir="auto">
          {inner()}
        </p>
      );
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
      return <blockquote dir="auto">{inner()}</blockquote>;
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

function TaskBox({ item }: { item: Tokens.ListItem }) {
  const { tick, places } = useContext(Tasks);
  const place = places.get(item);
  if (!tick || place === undefined) return <>{item.checked ? '☑ ' : '☐ '}</>;
  return (
    <input
      type="checkbox"
      class="markdown-box"
      aria-label={item.text.split('\n')[0] || t('note.task')}
      checked={item.checked ?? false}
      onChange={() => tick(place)}
    />
  );
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity
    <li key={i} dir="auto" class={item.task ? 'markdown-task' : undefined}>
      {item.task && <TaskBox item={item} />}
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
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity
            <th key={i} dir="auto">
              {all(cell.tokens, depth)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={i}>
            {row.map((cell, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={k} dir="auto">
                {all(cell.tokens, depth)}
              </td>
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

/** Decodes the HTML entities that the parser writes. */
export function plainText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] as string);
}
