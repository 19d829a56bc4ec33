/** Reads a page's text piece by piece. */
import { elementAround, localNameOf } from './dom.ts';
import type { Place, TextWalker } from './readable-text.ts';
import { TextWindow } from './text-window.ts';

/** Characters read in one step. */
const MAX_STEP_LENGTH = 65_536;
/**
 * What each node counts for in a step, in characters, so that a step over many small nodes stays
 * short.
 */
const NODE_COST = 16;
/**
 * What an empty node counts for in a margin, in characters. Small, since a title may have one node
 * for each letter.
 */
const EMPTY_NODE_COST = 1;

/** Only text longer than this is checked for being code: for shorter text the check costs more. */
const MIN_CODE_CHECK_LENGTH = 256;

/** A stretch of a page's text, with the text around it. */
export interface Piece {
  window: TextWindow;
  /** Where in the window's text the stretch itself begins and ends. */
  start: number;
  end: number;
  /** Where the next step continues, if the stretch is longer than one. */
  resume: Place | null;
}

/**
 * Reads from `from` to `to`, or as much of it as fits into a step, and `margin` characters around
 * it.
 */
export function readPiece(walker: TextWalker, from: Place | null, to: Place | null, margin: number): Piece {
  const window = new TextWindow();
  for (const { node, offset, text } of before(walker, from, margin)) window.add(node, text, offset);
  const start = window.size;
  const reached = readOn(walker, window, from, to, MAX_STEP_LENGTH, NODE_COST);
  const end = window.size;
  readOn(walker, window, reached, null, margin, 0);
  return { window, start, end, resume: isSame(reached, to) ? null : reached };
}

function isCode(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && /^(?:script|style)$/i.test(localNameOf(around));
}

function isSame(a: Place | null, b: Place | null): boolean {
  return a?.node === b?.node && a?.offset === b?.offset;
}

/**
 * Reads from `from` to `to`, but at most `room` characters, counting `nodeCost` more for each node.
 * Returns where it stopped, or null at the end of the page.
 */
function readOn(
  walker: TextWalker,
  window: TextWindow,
  from: Place | null,
  to: Place | null,
  room: number,
  nodeCost: number,
): Place | null {
  if (!from) return null;
  let { node, offset }: { node: Text | null; offset: number } = from;
  for (let left = room; node; node = walker.next(node), offset = 0) {
    const end = node === to?.node ? to.offset : Number.POSITIVE_INFINITY;
    if (offset >= end) return to;
    if (left <= 0) return { node, offset };
    // Copying a huge node's whole text at every step would be slow, so later steps copy only their
    // part.
    const rest = offset === 0 ? node.data : node.substringData(offset, left);
    if (rest.length <= MIN_CODE_CHECK_LENGTH || !isCode(node)) {
      const size = Math.min(rest.length, left, end - offset);
      window.add(node, size < rest.length ? rest.slice(0, size) : rest, offset);
      const reached = offset + size;
      if (reached < (offset === 0 ? rest.length : node.length)) return { node, offset: reached };
      left -= Math.max(EMPTY_NODE_COST, size + nodeCost);
    }
    if (end < Number.POSITIVE_INFINITY) return to;
  }
  return null;
}

/** The place that is `distance` characters of text further on, or the end of the page. */
export function placeAt(walker: TextWalker, from: Place, distance: number): Place {
  let { node, offset } = from;
  for (let left = distance; ; offset = 0) {
    const rest = node.length - offset;
    const next = left < rest ? null : walker.next(node);
    if (!next) return { node, offset: offset + Math.min(left, rest) };
    left -= rest;
    node = next;
  }
}

/** The last `margin` characters before a place, in document order. */
function before(walker: TextWalker, place: Place | null, margin: number): (Place & { text: string })[] {
  const pieces: (Place & { text: string })[] = [];
  let room = margin;
  let end = place?.offset ?? 0;
  for (let node = place?.node ?? null; node; node = walker.previous(node), end = node?.length ?? 0) {
    const offset = Math.max(0, end - room);
    if (offset < end)
      pieces.push({
        node,
        offset,
        text: offset === 0 && end === node.length ? node.data : node.substringData(offset, end - offset),
      });
    room -= Math.max(EMPTY_NODE_COST, end - offset);
    if (room <= 0) break;
  }
  return pieces.reverse();
}
