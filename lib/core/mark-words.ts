/** Cuts a text into pieces that answer a query and pieces that don't. */
import { formsOf, wordsOf } from './words.ts';

/** A piece of a text, and whether it is one of the words that answered. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** A word of which all forms begin as it does itself: no compound, no name in camel case, no accents. */
const PLAIN = /^[A-Z]?[a-z]*$/;

/**
 * Cuts `text` into pieces, marking the words of which a form is among `words`, which are folded; `diff*` stands for all that begin with
 * "diff". The pieces joined are `text`.
 */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  const wanted = new Set(words);
  const unfinished = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const beginnings = new Set(Array.from(wanted, beginningOf));
  const isWanted = (word: string): boolean =>
    // Nearly all words are plain, and begin otherwise.
    (!PLAIN.test(word) || beginnings.has(beginningOf(word).toLowerCase())) &&
    formsOf(word).some((form) => wanted.has(form) || unfinished.some((beginning) => form.startsWith(beginning)));
  const pieces: MarkedPiece[] = [];
  let reached = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > reached) pieces.push({ text: text.slice(reached, end), marked });
    reached = end;
  };
  let end = 0;
  for (const word of wanted.size > 0 ? wordsOf(text) : []) {
    // It begins where its letters come next: before that nothing is part of a word.
    const start = text.indexOf(word, end);
    end = start + word.length;
    if (!isWanted(word)) continue;
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** Letters that no plural or spelling takes away. */
function beginningOf(word: string): string {
  return word.slice(0, 2);
}
