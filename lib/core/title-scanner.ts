/** Finds catalogued titles in text. */
import { endOfCharacter, FoldedText, foldInto } from './fold.ts';
import { ID_SEEDS, murmur3, paperIdFromHalves } from './hash.ts';
import type { PaperId } from './paper.ts';
import { capitalsHash, PREFIX_BASE, PREFIX_LETTERS, type TitleRecord, type TitleTable } from './title-index.ts';

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

/** PREFIX_BASE to the power of PREFIX_LETTERS, modulo 2^32: what the letter that leaves the window weighs. */
const LEAVING = Array.from({ length: PREFIX_LETTERS }).reduce<number>((power) => Math.imul(power, PREFIX_BASE), 1);

const folded = new FoldedText();

/**
 * Every place in `text` where a title of `table` stands whole, from a word's edge to a word's edge, in the order of their starts;
 * places may overlap. Time is linear in the length of `text` whatever the size of the table (Rabin–Karp over the folded text).
 */
export function findTitles(text: string, table: TitleTable): TitleMatch[] {
  const matches: TitleMatch[] = [];
  if (table.size === 0) return matches;
  const { letters, wordStarts, length } = foldInto(text, folded);
  let hash = 0;
  for (let i = 0; i < length; i++) {
    hash = (Math.imul(hash, PREFIX_BASE) + (letters[i] as number)) | 0;
    const start = i - PREFIX_LETTERS + 1;
    if (start > 0) hash = (hash - Math.imul(LEAVING, letters[start - 1] as number)) | 0;
    if (start < 0 || wordStarts[start] !== 1) continue;
    table.lookUp(hash >>> 0, (title) => {
      if (stands(title, start)) matches.push(matchOf(text, title, start));
    });
  }
  return matches;
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

/** Whether all letters of the title stand in {@link folded} from `start`, up to a word's edge. */
function stands(title: TitleRecord, start: number): boolean {
  const end = start + title.length;
  return (
    end <= folded.length &&
    folded.isEdge(end) &&
    murmur3(folded.letters, start, end, ID_SEEDS[0]) === title.high &&
    murmur3(folded.letters, start, end, ID_SEEDS[1]) === title.low
  );
}

function matchOf(text: string, title: TitleRecord, first: number): TitleMatch {
  const start = folded.offsets[first] as number;
  const end = endOfCharacter(text, folded.offsets[first + title.length - 1] as number);
  return {
    paperId: paperIdFromHalves(title.high, title.low),
    start,
    end,
    isShort: title.isShort,
    hasCapitals: title.isShort && capitalsHash(text.slice(start, end)) === title.capitals,
  };
}
