/** Finds catalogued titles in text. */

import type { PaperId } from '../model/paper.ts';
import { paperIdFromHalves } from '../model/paper-id.ts';
import { endOfCharacter, foldOn } from '../text/fold.ts';
import { FoldedText } from '../text/folded-text.ts';
import { FOLD_CONTEXT_LENGTH } from './folded-stretch.ts';
import { capitalsHash, type TitleRecord, type TitleTable } from './title-table.ts';

/** A whole title in a text. */
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
  /** Whether it is written in Latin letters. */
  isLatin: boolean;
}

/**
 * Characters that are folded at once for each letter of a title; more are if the letters are
 * further apart.
 */
const CHARACTERS_PER_LETTER = 1.5;

const folded = new FoldedText();

/**
 * Every place in `text` with a whole title of `table`, from a word's edge to a word's edge, in the
 * order of their starts; places may overlap. Takes time linear in the length of `text`, whatever
 * the size of the table.
 *
 * @param isLoose for text whose words run together where elements end: a title may have letters
 * right before and after it
 */
export function findTitles(text: string, table: TitleTable, isLoose = false): TitleMatch[] {
  return scanTitles(text, table, isLoose, () => true).matches;
}

/**
 * The same, as far as `goesOn` allows: returns the titles that begin before the offset `reached`.
 *
 * @param goesOn is called after each block, with the number of titles found and the offset reached
 */
export function scanTitles(
  text: string,
  table: TitleTable,
  isLoose: boolean,
  goesOn: (found: number, reached: number) => boolean,
): { matches: TitleMatch[]; reached: number } {
  const matches = new Map<string, TitleMatch>();
  const visit = (start: number, longest: number): void => {
    for (const match of titlesAt(text, start, longest, table, isLoose)) {
      matches.set(`${match.start} ${match.paperId}`, match);
    }
  };
  const prefilter = table.prefilter(isLoose);
  let reached = table.size === 0 ? text.length : 0;
  while (reached < text.length) {
    reached = prefilter.findCandidateStarts(text, reached, visit);
    if (!goesOn(matches.size, reached)) break;
  }
  return { matches: [...matches.values()].sort((a, b) => a.start - b.start || b.end - a.end), reached };
}

/**
 * The titles of at most `longest` letters at `start`, from a word's edge to a word's edge or, if
 * `isLoose`, anywhere.
 */
function titlesAt(text: string, start: number, longest: number, table: TitleTable, isLoose: boolean): TitleMatch[] {
  const first = foldAround(text, start, longest);
  if (first < 0 || !(isLoose || folded.isEdge(first))) return [];
  return table.titlesAt(folded, first, isLoose).map((title) => matchOf(text, title, first, start));
}

/**
 * Folds `text` from a little before `start` until there are `count` letters from there on and one
 * more, or to its end. Returns the index in {@link folded} of the letter at `start`, or -1 if there
 * is none.
 */
function foldAround(text: string, start: number, count: number): number {
  folded.clear();
  const step = Math.ceil(count * CHARACTERS_PER_LETTER);
  let reached = foldOn(text, Math.max(0, start - FOLD_CONTEXT_LENGTH), Math.min(text.length, start + step), folded);
  const first = folded.letterAt(start);
  while (first >= 0 && folded.length <= first + count && reached < text.length) {
    reached = foldOn(text, reached, Math.min(text.length, reached + step), folded);
  }
  return first;
}

/**
 * Of overlapping matches, the one that begins first, and of those the longest. Keeps their order.
 */
export function leftmostLongest<T extends { start: number; end: number }>(matches: T[]): T[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function matchOf(text: string, title: TitleRecord, first: number, start: number): TitleMatch {
  const end = endOfCharacter(text, folded.offsets[first + title.length - 1] as number);
  const written = text.slice(start, end);
  return {
    paperId: paperIdFromHalves(title.high, title.low),
    start,
    end,
    isShort: title.isShort,
    hasCapitals: capitalsHash(written) === title.capitals,
    isLatin: /\p{Script=Latin}/u.test(written.normalize('NFKC')),
  };
}
