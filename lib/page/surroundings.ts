/** The text around a title on a page, as strings for the rules. */
import {
  CONTEXT_LENGTH,
  type Context,
  EDGE,
  type HolderKind,
  type Surroundings,
} from '../core/titles/mention-context.ts';
import { contains, elementAround, isElement, localNameOf, parentOf, roleOf, rootOf } from './dom.ts';
import { isLegible } from './drawn.ts';
import type { TextWindow } from './text-window.ts';

/**
 * Elements that usually hold one thing, by name: comparing names is far quicker than matching
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

/** Pieces of text with their nodes, nearest to the title first. */
type Pieces = { node: Node; text: string }[];

function joined(before: Pieces, after: Pieces, within: (node: Node) => boolean): Context {
  const take = (pieces: Pieces): string[] => {
    const outside = pieces.findIndex(({ node }) => !within(node));
    return (outside < 0 ? pieces : pieces.slice(0, outside)).map(({ text }) => text);
  };
  return { before: take(before).reverse().join(EDGE), after: take(after).join(EDGE) };
}

/**
 * The text before (-1) or after (1) the character at `from` in node `index`, up to the edge of the
 * block. Invisible text is left out, unless the title is hidden too: then what will be shown with
 * it counts.
 */
function read(window: TextWindow, index: number, from: number, step: -1 | 1): Pieces {
  const pieces: Pieces = [];
  const title = window.nodes[index] as Text;
  const isSeen = isLegible(title);
  let near = title;
  let isTwoLines = false;
  for (let i = index, room = CONTEXT_LENGTH; room > 0; i += step) {
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
        isTwoLines ||= step > 0 && /\S/.test(text) && continuesTitle(text);
        if (!isTwoLines || !shareHolder(title, node)) {
          if (step < 0 || /\S/.test(text)) break;
          continue;
        }
      }
      near = node;
    }
    pieces.push({ node, text: (isTwoLines ? ' ' : '') + asSeen(text, node) });
    room -= text.length + 1;
  }
  return pieces;
}

/**
 * Whether a line begins like the second line of a title. Authors and venues, which may follow too,
 * begin with a capital or a number.
 */
function continuesTitle(text: string): boolean {
  return /^\s*(?:\p{Ll}|(?:In|For|Of|Via|Using|Through|Under|On|From|Towards?|With|Without|Beyond)\s)/u.test(text);
}

/** Whether a heading or a link holds both nodes. */
function shareHolder(title: Text, other: Text): boolean {
  return holdersOf(title, other).some(({ kind }) => kind === 'heading' || kind === 'link');
}

/** Newlines in the source break lines only where white space is preserved. */
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

/** Whether a `<br>` is between two neighbouring text nodes. */
function hasLineBreak(before: Text, after: Text): boolean {
  const walker = document.createTreeWalker(rootOf(before));
  walker.currentNode = before;
  for (let node = walker.nextNode(); node && node !== after; node = walker.nextNode()) {
    if (isElement(node) && localNameOf(node) === 'br') return true;
  }
  return false;
}
