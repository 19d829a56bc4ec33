/** A short part of a longer text, around the words that matched a query. */
import { cutAtMarks, type Mark, type MarkedPiece } from './highlight-terms.ts';

/** Characters before the first marked word, to show its sentence. */
const LEAD_LENGTH = 18;
/**
 * Characters of an excerpt: more than fit on a line of the popup, so that the line is always full.
 */
const EXCERPT_LENGTH = 160;

/**
 * About `length` characters of `text`, split at its marks, from where most different marked words
 * are close together; from the beginning if nothing is marked. Begins and ends between words, with
 * "…" where text is left out.
 */
export function excerpt(text: string, marks: readonly Mark[] = [], length: number = EXCERPT_LENGTH): MarkedPiece[] {
  const start = wordStart(text, Math.max(0, bestPlace(text, marks, length) - LEAD_LENGTH));
  const end = wordEnd(text, start + length);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return joined([plain(before), ...cutAtMarks(text, marks, start, end), plain(after)]);
}

/**
 * The offset of the mark with the most different marked words in the `length` characters after it.
 */
function bestPlace(text: string, marks: readonly Mark[], length: number): number {
  let best = { offset: 0, count: 0 };
  for (const [i, { start }] of marks.entries()) {
    // No later one has more.
    if (best.count >= marks.length - i) break;
    const words = new Set<string>();
    for (let k = i; k < marks.length; k++) {
      const mark = marks[k] as Mark;
      if (mark.end > start + length - LEAD_LENGTH) break;
      words.add(text.slice(mark.start, mark.end).toLowerCase());
    }
    if (words.size > best.count) best = { offset: start, count: words.size };
  }
  return best.offset;
}

/** The start of the word at `offset`, or of the next one if that is closer to a match. */
function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.indexOf(' ', offset - 1);
  return space < 0 || space - offset > LEAD_LENGTH ? offset : space + 1;
}

function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const space = text.lastIndexOf(' ', offset);
  return space > offset - 40 ? space : offset;
}

function plain(text: string): MarkedPiece {
  return { text, marked: false };
}

/**
 * Without empty pieces and without two plain ones in a row, like HTML that a browser has parsed.
 */
function joined(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const all: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && !last.marked && !piece.marked) all[all.length - 1] = plain(last.text + piece.text);
    else if (piece.text) all.push(piece);
  }
  return all;
}
