/** Finds catalogued titles in text. */
import { endOfCharacter, foldInto } from './fold.ts';
import { FoldedText } from './folded-text.ts';
import { ID_SEEDS, murmur3, paperIdFromHalves } from './hash.ts';
import type { PaperId } from './paper.ts';
import { capitalsHash, PREFIX_LETTERS, type TitleRecord, type TitleTable } from './title-index.ts';

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

const folded = new FoldedText();

/**
 * Every place in `text` where a title of `table` stands whole, from a word's edge to a word's edge, in the order of their starts;
 * places may overlap. Time is linear in the length of `text` whatever the size of the table.
 */
export function findTitles(text: string, table: TitleTable): TitleMatch[] {
  const matches: TitleMatch[] = [];
  const { letters, words, wordCount, length } = foldInto(text, folded);
  const lastStart = length - PREFIX_LETTERS;
  for (let i = 0; i < wordCount; i++) {
    const start = words[i] as number;
    if (start > lastStart || !table.mayBegin(letters, start)) continue;
    for (const title of table.candidates(letters, start)) {
      if (stands(title, start)) matches.push(matchOf(text, title, start));
    }
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
