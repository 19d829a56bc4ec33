/** What stands around a title on a page, as strings for the rules. */
import { type Context, EDGE, type HolderKind, REACH, type Surroundings } from '../core/surroundings.ts';
import { elementAround } from './readable-text.ts';
import type { TextWindow } from './text-window.ts';

/** Elements that hold one thing, by their names. Asking for a name is far quicker than matching selectors. */
const HOLDERS: ReadonlyMap<string, HolderKind> = new Map([
  ['a', 'link'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, HolderKind] => [name, 'heading']),
  ...['td', 'th', 'dt'].map((name): [string, HolderKind] => [name, 'cell']),
  ...['cite', 'q'].map((name): [string, HolderKind] => [name, 'cite']),
  ...['em', 'i', 'strong', 'b'].map((name): [string, HolderKind] => [name, 'emphasis']),
]);

/** The surroundings of the characters from `start` to `end` of `window`. */
export function surroundingsOf(window: TextWindow, start: number, end: number): Surroundings {
  const first = window.indexAt(start);
  const last = window.indexAt(end - 1);
  const before = read(window, first, start, -1);
  const after = read(window, last, end, 1);
  const holders = holdersOf(window.nodes[first] as Text, window.nodes[last] as Text).map(({ element, kind }) => ({
    kind,
    ...joined(before, after, (node) => element.contains(node)),
  }));
  return { block: joined(before, after, () => true), holders };
}

/** Pieces of text, nearest to the title first, with the node of each. */
type Pieces = { node: Node; text: string }[];

function joined(before: Pieces, after: Pieces, within: (node: Node) => boolean): Context {
  const take = (pieces: Pieces): string[] => {
    const outside = pieces.findIndex(({ node }) => !within(node));
    return (outside < 0 ? pieces : pieces.slice(0, outside)).map(({ text }) => text);
  };
  return { before: take(before).reverse().join(EDGE), after: take(after).join(EDGE) };
}

/** What stands before (-1) or after (1) the character at `from`, which is in node `index`, as far as the block reaches. */
function read(window: TextWindow, index: number, from: number, step: -1 | 1): Pieces {
  const pieces: Pieces = [];
  let room = REACH;
  for (let i = index, at = from; room > 0; i += step) {
    const node = window.nodes[i];
    if (
      !node ||
      (i !== index &&
        isBlockEdge(window.nodes[step < 0 ? i : i - 1] as Text, window.nodes[step < 0 ? i + 1 : i] as Text))
    )
      break;
    const { start, end } = window.bounds(i);
    if (i !== index) at = step < 0 ? end : start;
    const text =
      step < 0 ? window.text.slice(Math.max(start, at - room), at) : window.text.slice(at, Math.min(end, at + room));
    pieces.push({ node, text: asSeen(text, node) });
    room -= text.length + 1;
  }
  return pieces;
}

/** A line's end in the source is one on the page only where white space is kept. */
function asSeen(text: string, node: Text): string {
  if (!text.includes('\n')) return text;
  return /^(?:pre|break)/.test(getComputedStyle(elementAround(node) as Element).whiteSpace)
    ? text
    : text.replaceAll('\n', ' ');
}

function holdersOf(first: Text, last: Text): { element: Element; kind: HolderKind }[] {
  const holders: { element: Element; kind: HolderKind }[] = [];
  for (let element = first.parentElement; element; element = element.parentElement) {
    const kind = HOLDERS.get(element.localName) ?? (element.role === 'heading' ? 'heading' : undefined);
    if (kind && element.contains(last)) holders.push({ element, kind });
  }
  return holders;
}

/** Whether a reader sees a new line or box between two neighbouring text nodes. */
function isBlockEdge(before: Text, after: Text): boolean {
  let shared: Node | null = before.parentNode;
  while (shared && !shared.contains(after)) shared = shared.parentNode;
  return leavesBlock(before, shared) || leavesBlock(after, shared) || hasLineBreak(before, after);
}

function leavesBlock(node: Node, shared: Node | null): boolean {
  for (let at = node.parentElement; at && at !== shared; at = at.parentElement) {
    if (isBlock(at)) return true;
  }
  return false;
}

function isBlock(element: Element): boolean {
  return !/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
}

/** Whether a `<br>` stands between two neighbouring text nodes, which have nothing but empty elements between them. */
function hasLineBreak(before: Text, after: Text): boolean {
  const walker = before.ownerDocument.createTreeWalker(before.getRootNode());
  walker.currentNode = before;
  for (let node = walker.nextNode(); node && node !== after; node = walker.nextNode()) {
    if (node.nodeName === 'BR') return true;
  }
  return false;
}
