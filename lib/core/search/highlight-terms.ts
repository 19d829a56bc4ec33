/** Finds the words in a text that match a query, and splits the text at them. */
import { UNSPACED } from '../text/unspaced.ts';
import { formsOf, wordsOf } from '../text/words.ts';

/** A matched word, by offsets in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
}

/** A piece of a text, and whether it is a matched word. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** The words to find, and how. */
interface Wanted {
  words: readonly string[];
  /** Finds stretches without white space that may contain one of the words. */
  stretch: RegExp;
  /** Whether a form of a word is wanted. */
  has(form: string): boolean;
}

/** Characters that are rare in words, and that fold to other letters. */
const UNUSUAL_CHARACTER = '[\\\\{+\\x80-\\uffff]';

let wanted = wantedOf([]);

/**
 * The words of `text` with a form among `words`, which are folded; `diff*` matches every word that
 * begins with "diff". In text order.
 */
export function findMarks(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return [];
  // All rows of a list are searched for the same words.
  if (wanted.words !== words) wanted = wantedOf(words);
  const marks: Mark[] = unspacedMarks(text, words);
  for (const { 0: stretch, index } of text.matchAll(wanted.stretch)) {
    let end = 0;
    for (const word of wordsOf(stretch)) {
      // A word begins where its letters come next: nothing before is part of one.
      const start = stretch.indexOf(word, end);
      end = start + word.length;
      if (formsOf(word).some(wanted.has)) marks.push({ start: index + start, end: index + end });
    }
  }
  return marks.length > 1 ? marks.sort((a, b) => a.start - b.start) : marks;
}

/** Matches in scripts without spaces between words: they may be anywhere in a text. */
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

/** Splits `text` from `start` to `end` into non-empty pieces, which are the same when joined. */
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

/** Splits `text`, marking `words` as {@link findMarks} finds them. The pieces joined are `text`. */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  return cutAtMarks(text, findMarks(text, words));
}

function wantedOf(words: readonly string[]): Wanted {
  const whole = new Set(words);
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const patterns = new Set(words.map(patternOf));
  return {
    words,
    // Each stretch is searched once, by the browser's own code: a text has some hundred words, of
    // which few are wanted.
    stretch: new RegExp(`(?<!\\S)\\S*?(?:${[...patterns, UNUSUAL_CHARACTER].join('|')})\\S*`, 'g'),
    has: (form) => whole.has(form) || beginnings.some((beginning) => form.startsWith(beginning)),
  };
}

/**
 * How a word with this form begins, if nothing in it is unusual: plurals and spellings keep its
 * first two letters. Within a word, a part begins with a capital or after a character that is no
 * letter: GraNet, low-rank.
 */
function patternOf(form: string): string {
  const [first = '', second = ''] = form;
  const wordStart = `(?:(?<![a-z])${small(first)}|${capital(first)})`;
  if (second === '*') return wordStart;
  if (second === '') return `(?<![A-Za-z0-9])(?:${small(first)}|${capital(first)})(?![A-Za-z0-9])`;
  return `${wordStart}[^A-Za-z0-9\\s]*(?:${small(second)}|${capital(second)})`;
}

function small(letter: string): string {
  return RegExp.escape(letter);
}

function capital(letter: string): string {
  return RegExp.escape(letter.toUpperCase());
}
