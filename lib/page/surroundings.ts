/** What stands around a title on a page, as strings for the rules. */
import { type Context, EDGE, type HolderKind, REACH, type Surroundings } from '../core/titles/mention-context.ts';
import { contains, elementAround, isElement, localNameOf, parentOf, roleOf, rootOf } from './dom.ts';
import { isLegible } from './drawn.ts';
import type { TextWindow } from './text-window.ts';

/**
 * Elements that hold one thing, by their names. Asking for a name is far quicker than matching
 * selectors.
 */
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
    ...joined(before, after, (node) => contains(element, node)),
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

/**
 * What stands before (-1) or after (1) the character at `from`, which is in node `index`, as far as
 * the block reaches. What a reader does not see is left out, unless the title itself is hidden: it
 * is judged by what will be shown with it.
 */
function read(window: TextWindow, index: number, from: number, step: -1 | 1): Pieces {
  const pieces: Pieces = [];
  const title = window.nodes[index] as Text;
  const isSeen = isLegible(title);
  let near = title;
  let isGoingOn = false;
  for (let i = index, room = REACH; room > 0; i += step) {
    const node = window.nodes[i];
    if (!node) break;
    const { start, end } = window.bounds(i);
    const [first, last] = step < 0 ? [start, i === index ? from : end] : [i === index ? from : start, end];
    const text = window.text.slice(
      step < 0 ? Math.max(first, last - room) : first,
      step < 0 ? last : Math.min(last, first + room),
    );
    if (i !== index) {
      if (isSeen && /\S/.test(text) && !isLegible(node)) continue;
      if (isBlockEdge(step < 0 ? node : near, step < 0 ? near : node)) {
        isGoingOn ||= step > 0 && /\S/.test(text) && goesOn(text);
        if (!isGoingOn || !isOneHolder(title, node)) {
          if (step < 0 || /\S/.test(text)) break;
          continue;
        }
      }
      near = node;
    }
    pieces.push({ node, text: (isGoingOn ? ' ' : '') + asSeen(text, node) });
    room -= text.length + 1;
  }
  return pieces;
}

/**
 * How the second line of a title begins; authors and venues, which may stand there too, begin with
 * a capital or a number.
 */
function goesOn(text: string): boolean {
  return /^\s*(?:\p{Ll}|(?:In|For|Of|Via|Using|Through|Under|On|From|Towards?|With|Without|Beyond)\s)/u.test(text);
}

/** Whether a heading or a link holds both nodes. */
function isOneHolder(title: Text, other: Text): boolean {
  return holdersOf(title, other).some(({ kind }) => kind === 'heading' || kind === 'link');
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
  for (let element = elementAround(first); element; element = elementAround(element)) {
    const kind = HOLDERS.get(localNameOf(element)) ?? (roleOf(element) === 'heading' ? 'heading' : undefined);
    if (kind && contains(element, last)) holders.push({ element, kind });
  }
  return holders;
}

/** Whether a reader sees a new line or box between two neighbouring text nodes. */
function isBlockEdge(before: Text, after: Text): boolean {
  let shared: Node | null = before.parentNode;
  while (shared && !contains(shared, after)) shared = parentOf(shared);
  return leavesBlock(before, shared) || leavesBlock(after, shared) || hasLineBreak(before, after);
}

function leavesBlock(node: Node, shared: Node | null): boolean {
  for (let at = elementAround(node); at && at !== shared; at = elementAround(at)) {
    if (isBlock(at)) return true;
  }
  return false;
}

function isBlock(element: Element): boolean {
  return !/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
}

/**
 * Whether a `<br>` stands between two neighbouring text nodes, which have nothing but empty
 * elements between them.
 */
function hasLineBreak(before: Text, after: Text): boolean {
  const walker = document.createTreeWalker(rootOf(before));
  walker.currentNode = before;
  for (let node = walker.nextNode(); node && node !== after; node = walker.nextNode()) {
    if (isElement(node) && localNameOf(node) === 'br') return true;
  }
  return false;
}
