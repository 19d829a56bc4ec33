/** What stands around a title on a page, as strings for the rules. */
import { type Context, EDGE, type HolderKind, type Surroundings } from '../core/surroundings.ts';
import type { TextWindow } from './text-window.ts';

/** Characters that are read each way. */
export const REACH = 200;

const HOLDERS: [selector: string, kind: HolderKind][] = [
  ['a', 'link'],
  ['h1,h2,h3,h4,h5,h6,[role="heading"]', 'heading'],
  ['td,th,dt', 'cell'],
  ['cite,q', 'cite'],
  ['em,i,strong,b', 'emphasis'],
];

/** The surroundings of the characters from `start` to `end` of `window`. */
export function surroundingsOf(window: TextWindow, start: number, end: number): Surroundings {
  const first = window.indexAt(start);
  const last = window.indexAt(end - 1);
  const before = readBack(window, first, start);
  const after = readOn(window, last, end);
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

function readBack(window: TextWindow, first: number, start: number): Pieces {
  const pieces: Pieces = [];
  let room = REACH;
  for (let i = first; i >= 0 && room > 0; i--) {
    const node = window.nodes[i] as Text;
    if (i < first && isBlockEdge(node, window.nodes[i + 1] as Text)) break;
    const bounds = window.bounds(i);
    const end = i === first ? start : bounds.end;
    const text = window.text.slice(Math.max(bounds.start, end - room), end);
    pieces.push({ node, text: asSeen(text, node) });
    room -= text.length + 1;
  }
  return pieces;
}

function readOn(window: TextWindow, last: number, end: number): Pieces {
  const pieces: Pieces = [];
  let room = REACH;
  for (let i = last; i < window.nodes.length && room > 0; i++) {
    const node = window.nodes[i] as Text;
    if (i > last && isBlockEdge(window.nodes[i - 1] as Text, node)) break;
    const bounds = window.bounds(i);
    const start = i === last ? end : bounds.start;
    const text = window.text.slice(start, Math.min(bounds.end, start + room));
    pieces.push({ node, text: asSeen(text, node) });
    room -= text.length + 1;
  }
  return pieces;
}

/** A line's end in the source is one on the page only where white space is kept. */
function asSeen(text: string, node: Text): string {
  if (!text.includes('\n')) return text;
  const parent = node.parentElement as Element;
  return /^(?:pre|break)/.test(getComputedStyle(parent).whiteSpace) ? text : text.replaceAll('\n', ' ');
}

function holdersOf(first: Text, last: Text): { element: Element; kind: HolderKind }[] {
  const holders: { element: Element; kind: HolderKind }[] = [];
  for (let element = first.parentElement; element; element = element.parentElement) {
    const kind = HOLDERS.find(([selector]) => element?.matches(selector))?.[1];
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
