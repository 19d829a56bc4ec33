/** A short stretch of a longer text, around the words that answered a query. */
import type { MarkedPiece } from './mark-words.ts';

/** Characters shown before the first marked word, so that it is read in its sentence. */
const LEAD = 18;
/** Characters of an excerpt: more than fit on a line of the popup, so that the line is always full. */
const LENGTH = 160;

/**
 * About `length` characters of the text that `pieces` make up, from where most different marked words stand together; from the
 * beginning when nothing is marked. Begins and ends at a word's edge, with "…" where text is left out.
 */
export function excerpt(pieces: readonly MarkedPiece[], length = LENGTH): MarkedPiece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const start = wordStart(text, Math.max(0, bestPlace(pieces, length) - LEAD));
  const end = wordEnd(text, start + length);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return joined([plain(before), ...slicePieces(pieces, start, end), plain(after)]);
}

/** Offset of the marked piece that has the most different marked words within reach. */
function bestPlace(pieces: readonly MarkedPiece[], length: number): number {
  const marks: { word: string; offset: number }[] = [];
  let offset = 0;
  for (const { text, marked } of pieces) {
    if (marked) marks.push({ word: text.toLowerCase(), offset });
    offset += text.length;
  }
  let best = { offset: 0, count: 0 };
  for (const [i, { offset }] of marks.entries()) {
    const words = new Set<string>();
    for (let k = i; k < marks.length; k++) {
      const mark = marks[k] as (typeof marks)[number];
      if (mark.offset + mark.word.length > offset + length - LEAD) break;
      words.add(mark.word);
    }
    if (words.size > best.count) best = { offset, count: words.size };
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

function slicePieces(pieces: readonly MarkedPiece[], start: number, end: number): MarkedPiece[] {
  const cut: MarkedPiece[] = [];
  let offset = 0;
  for (const { text, marked } of pieces) {
    const part = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (part) cut.push({ text: part, marked });
    offset += text.length;
  }
  return cut;
}

function plain(text: string): MarkedPiece {
  return { text, marked: false };
}

/** The same without empty pieces and without two plain ones in a row: as elements they are what a browser makes of them as HTML. */
function joined(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const all: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && !last.marked && !piece.marked) all[all.length - 1] = plain(last.text + piece.text);
    else if (piece.text) all.push(piece);
  }
  return all;
}
