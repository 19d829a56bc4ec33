/** Finds in a text the words that answer a query, and cuts the text at them. */
import { UNSPACED } from '../text/unspaced.ts';
import { formsOf, wordsOf } from '../text/words.ts';

/** Where a word that answered stands: offsets of UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
}

/** A piece of a text, and whether it is one of the words that answered. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** Words that are looked for, and what finds them in a text. */
interface Wanted {
  words: readonly string[];
  /** Finds the stretches without white space in which one of the words may be. */
  stretch: RegExp;
  /** Whether it is among the words that a word has this form. */
  has(form: string): boolean;
}

/** What is in nearly no word, and folds to letters that don't stand there. */
const UNUSUAL = '[\\\\{+\\x80-\\uffff]';

let wanted = wantedOf([]);

/**
 * The words of `text` of which a form is among `words`, which are folded; `diff*` stands for all
 * that begin with "diff". In the order in which they stand there.
 */
export function findMarks(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return [];
  // All rows of a list are searched for the same words.
  if (wanted.words !== words) wanted = wantedOf(words);
  const marks: Mark[] = unspacedMarks(text, words);
  for (const { 0: stretch, index } of text.matchAll(wanted.stretch)) {
    let end = 0;
    for (const word of wordsOf(stretch)) {
      // It begins where its letters come next: before that nothing is part of a word.
      const start = stretch.indexOf(word, end);
      end = start + word.length;
      if (formsOf(word).some(wanted.has)) marks.push({ start: index + start, end: index + end });
    }
  }
  return marks.length > 1 ? marks.sort((a, b) => a.start - b.start) : marks;
}

/** Where words of scripts without spaces between words are, which may be anywhere in a text. */
function unspacedMarks(text: string, words: readonly string[]): Mark[] {
  return words
    .filter((word) => UNSPACED.test(word))
    .flatMap((word) =>
      Array.from(text.matchAll(new RegExp(RegExp.escape(word), 'gi')), ({ index }) => ({
        start: index,
        end: index + word.length,
      })),
    );
}

/**
 * Cuts what stands in `text` from `start` to `end` into pieces, none of them empty, which joined
 * are the same.
 */
export function cutAtMarks(
  text: string,
  marks: readonly Mark[],
  start: number = 0,
  end: number = text.length,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let reached = start;
  const add = (to: number, marked: boolean): void => {
    if (to > reached) pieces.push({ text: text.slice(reached, to), marked });
    reached = Math.max(reached, to);
  };
  for (const mark of marks) {
    if (mark.start >= end) break;
    add(mark.start, false);
    add(Math.min(mark.end, end), true);
  }
  add(end, false);
  return pieces;
}

/**
 * Cuts `text` into pieces, marking `words` as {@link findMarks} finds them. The pieces joined are
 * `text`.
 */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  return cutAtMarks(text, findMarks(text, words));
}

function wantedOf(words: readonly string[]): Wanted {
  const whole = new Set(words);
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const patterns = new Set(words.map(patternOf));
  return {
    words,
    // Each stretch is gone through once, and by the browser: a text has some hundred words, of
    // which few are looked for.
    stretch: new RegExp(`(?<!\\S)\\S*?(?:${[...patterns, UNUSUAL].join('|')})\\S*`, 'g'),
    has: (form) => whole.has(form) || beginnings.some((beginning) => form.startsWith(beginning)),
  };
}

/**
 * How a word begins that has this form, where nothing in it is unusual: no plural or spelling takes
 * its first two letters away. What begins inside a word is a capital or no letter's neighbour:
 * GraNet, low-rank.
 */
function patternOf(form: string): string {
  const [first = '', second = ''] = form;
  const begun = `(?:(?<![a-z])${small(first)}|${capital(first)})`;
  if (second === '*') return begun;
  if (second === '') return `(?<![A-Za-z0-9])(?:${small(first)}|${capital(first)})(?![A-Za-z0-9])`;
  return `${begun}[^A-Za-z0-9\\s]*(?:${small(second)}|${capital(second)})`;
}

function small(letter: string): string {
  return RegExp.escape(letter);
}

function capital(letter: string): string {
  return RegExp.escape(letter.toUpperCase());
}
