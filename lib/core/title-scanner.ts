/** Finds catalogued titles in text. */
import { endOfCharacter, foldInto, plainLetterAt } from './fold.ts';
import { FoldedText } from './folded-text.ts';
import { paperIdFromHalves } from './hash.ts';
import type { PaperId } from './paper.ts';
import { findBeginnings, KEY_LETTERS, keyOf } from './title-beginnings.ts';
import { capitalsHash, type TitleRecord, type TitleTable } from './title-index.ts';

/** A place in a text where a whole title stands. */
export interface TitleMatch {
  paperId: PaperId;
  /** Offset in the text of the title's first character. */
  start: number;
  /** Offset in the text after the title's last character. */
  end: number;
  /** Whether the title is also an ordinary phrase, so that its surroundings must prove it. */
  isShort: boolean;
  /** Whether the text has the title's own capitals. */
  hasCapitals: boolean;
}

/** Characters before a word that tell whether a word begins there: enough for a TeX command. */
const CONTEXT = 32;
/** Characters for each letter of a title that are folded first; where more stand between the letters, more are. */
const SPREAD = 1.5;

const folded = new FoldedText();
/** The first letters of a word, for its key. */
const firstLetters = new Uint16Array(KEY_LETTERS);

/**
 * Every place in `text` where a title of `table` stands whole, from a word's edge to a word's edge, in the order of their starts;
 * places may overlap. Time is linear in the length of `text` whatever the size of the table.
 *
 * @param isLoose for text of which the words run together where elements end: letters may stand right after a title, and before it if
 *   it begins with a capital or a digit
 */
export function findTitles(text: string, table: TitleTable, isLoose = false): TitleMatch[] {
  const matches = new Map<string, TitleMatch>();
  if (table.size === 0) return [];
  findBeginnings(text, table, (start, longest = longestAt(text, start, table)) => {
    // Most words that came so far go no further: they have the letters of no title.
    if (longest === 0) return;
    for (const match of titlesAt(text, start, longest, table, isLoose)) {
      matches.set(`${match.start} ${match.paperId}`, match);
    }
  });
  return [...matches.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The titles of at most `longest` letters that stand at `start`, from a word's edge to a word's edge or, if `isLoose`, anywhere. */
function titlesAt(text: string, start: number, longest: number, table: TitleTable, isLoose: boolean): TitleMatch[] {
  const first = foldAround(text, start, longest);
  if (first < 0 || !(isLoose || folded.isEdge(first))) return [];
  return table.standingAt(folded, first, isLoose).map((title) => matchOf(text, title, first, start));
}

/** Letters of the longest title that may begin with the letters at `start`, 0 if none does. */
function longestAt(text: string, start: number, table: TitleTable): number {
  let count = 0;
  for (let i = start; count < KEY_LETTERS && i < text.length; i++) {
    const letter = plainLetterAt(text, i);
    if (letter < 0) break;
    if (letter > 0) firstLetters[count++] = letter;
  }
  if (count === KEY_LETTERS) return table.longestWith(keyOf(firstLetters), undefined);
  const first = foldAround(text, start, KEY_LETTERS);
  const isEnough = first >= 0 && folded.length >= first + KEY_LETTERS;
  return isEnough ? table.longestWith(keyOf(folded.letters, first), undefined) : 0;
}

/**
 * Folds `text` from a little before `start` until there are `count` letters from there on and one more, or to its end. Returns the
 * index in {@link folded} of the letter at `start`, or -1 if there is none.
 */
function foldAround(text: string, start: number, count: number): number {
  const from = Math.max(0, start - CONTEXT);
  for (let reach = count * SPREAD; ; reach *= 4) {
    foldInto(text.slice(from, start + reach), folded);
    const first = folded.letterAt(start - from);
    if (first < 0 || folded.length > first + count || start + reach >= text.length) return first;
  }
}

/** Of matches that overlap, the one that begins first, and of those the longest. Keeps their order. */
export function leftmostLongest<T extends { start: number; end: number }>(matches: T[]): T[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** @param word where in `text` the word stands that is letter `first` of {@link folded} */
function matchOf(text: string, title: TitleRecord, first: number, word: number): TitleMatch {
  const from = word - (folded.offsets[first] as number);
  const end = endOfCharacter(text, from + (folded.offsets[first + title.length - 1] as number));
  return {
    paperId: paperIdFromHalves(title.high, title.low),
    start: word,
    end,
    isShort: title.isShort,
    hasCapitals: title.isShort && capitalsHash(text.slice(word, end)) === title.capitals,
  };
}
