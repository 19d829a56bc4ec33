/** A short stretch of a longer text, around the words that answered a query. */
import { cutAtMarks, type Mark, type MarkedPiece } from './highlight-terms.ts';

/** Characters shown before the first marked word, so that it is read in its sentence. */
const LEAD = 18;
/**
 * Characters of an excerpt: more than fit on a line of the popup, so that the line is always full.
 */
const LENGTH = 160;

/**
 * About `length` characters of `text`, cut at its marks, from where most different marked words
 * stand together; from the beginning when nothing is marked. Begins and ends at a word's edge, with
 * "…" where text is left out.
 */
export function excerpt(text: string, marks: readonly Mark[] = [], length: number = LENGTH): MarkedPiece[] {
  const start = wordStart(text, Math.max(0, bestPlace(text, marks, length) - LEAD));
  const end = wordEnd(text, start + length);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return joined([plain(before), ...cutAtMarks(text, marks, start, end), plain(after)]);
}

/** Offset of the mark that has the most different marked words within reach. */
function bestPlace(text: string, marks: readonly Mark[], length: number): number {
  let best = { offset: 0, count: 0 };
  for (const [i, { start }] of marks.entries()) {
    // No later one has more.
    if (best.count >= marks.length - i) break;
    const words = new Set<string>();
    for (let k = i; k < marks.length; k++) {
      const mark = marks[k] as Mark;
      if (mark.end > start + length - LEAD) break;
      words.add(text.slice(mark.start, mark.end).toLowerCase());
    }
    if (words.size > best.count) best = { offset: start, count: words.size };
  }
  return best.offset;
}

/** The beginning of the word at `offset`, or of the one after it when that is nearer to a match. */
function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.indexOf(' ', offset - 1);
  return space < 0 || space - offset > LEAD ? offset : space + 1;
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
 * The same without empty pieces and without two plain ones in a row: as elements they are what a
 * browser makes of them as HTML.
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
