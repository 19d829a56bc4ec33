/** Cuts a text into pieces that answer a query and pieces that don't. */
import { formsOf, wordsOf } from './words.ts';

/** A piece of a text, and whether it is one of the words that answered. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** Cuts `text` into pieces, marking the words of which a form is among `words` (see SearchHit). The pieces joined are `text`. */
export function markWords(text: string, words: Iterable<string>): MarkedPiece[] {
  const wanted = new Set(words);
  const pieces: MarkedPiece[] = [];
  let reached = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > reached) pieces.push({ text: text.slice(reached, end), marked });
    reached = end;
  };
  for (const word of wanted.size > 0 ? wordsOf(text) : []) {
    if (!formsOf(word.text).some((form) => wanted.has(form))) continue;
    add(word.start, false);
    add(word.end, true);
  }
  add(text.length, false);
  return pieces;
}
