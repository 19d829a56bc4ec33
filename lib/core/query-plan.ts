/** What words of an index each word of a query stands for: the word itself, longer ones that it begins, or others that it misspells. */
import type { WeightedWord } from './bm25.ts';
import type { Field } from './index-arrays.ts';
import type { SearchIndex } from './search-index.ts';

/** From so many letters on, the last word is also taken for the beginning of a longer one. */
const PREFIX_FROM = 2;
/**
 * A beginning of words that have more postings together is in most papers of a large catalogue: beside other words it says nothing yet, and
 * alone it is looked for in titles.
 */
const MOST_BEGUN = 150_000;
/** In titles they are enough for an answer. */
const ENOUGH = 100;
/** Weights of words that are not the one typed, as MiniSearch has them: they fall with what is missing or wrong. */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
/** Letters that each half of two words typed as one must have. */
const HALF = 3;

type Where = 'anywhere' | 'in titles' | 'nowhere';

/** The words of the index that one word of a query stands for. */
export interface PlannedWord {
  /** The word as typed, folded. */
  text: string;
  meant: WeightedWord[];
  /** All words that begin with it are meant. */
  isBeginning: boolean;
}

/** Plans a query of folded words: a word that nobody wrote may be two typed as one, one typed as two, or misspelled. */
export function planQuery(index: SearchIndex, words: readonly string[]): PlannedWord[] {
  const known = (word: string): boolean => index.words.find(word) >= 0;
  const joined = joinUnknown(words, known);
  const split = joined.flatMap((word, i) => {
    if (i === joined.length - 1 && isBeginningIn(index, word)) return [word];
    return known(word) ? [word] : (halvesOf(word, known) ?? [word]);
  });
  const distinct = split.filter((word, i) => split.lastIndexOf(word) === i);
  const last = distinct.at(-1) ?? '';
  const longer = whereLonger(index, last, distinct.length === 1);
  const told = longer === 'nowhere' && !known(last) ? distinct.slice(0, -1) : distinct;
  return told.map((text) => planned(index, text, text === last ? longer : 'nowhere'));
}

/** The same query with neighbours as one where that is a word of the index too: "s-moe" for "SMoE". Undefined where there are none. */
export function planJoined(index: SearchIndex, plan: readonly PlannedWord[]): PlannedWord[] | undefined {
  const joined = joinNeighbours(plan, (before, { text }) => {
    const word = index.words.find(before.text + text);
    return word < 0 ? undefined : { text: before.text + text, meant: [{ word, weight: 1 }], isBeginning: false };
  });
  return joined.length < plan.length ? joined : undefined;
}

/** Where words are looked for that a query's last word begins. */
function whereLonger(index: SearchIndex, last: string, isAlone: boolean): Where {
  const { title, abstract } = index.arrays;
  const [from, to] = index.words.beginningWith(last);
  const postings = ({ starts }: Field): number => (starts[to] as number) - (starts[from] as number);
  if (postings(title) + postings(abstract) <= MOST_BEGUN) return 'anywhere';
  if (!isAlone) return 'nowhere';
  return postings(title) < ENOUGH ? 'anywhere' : 'in titles';
}

/** What a word stands for, and words that it begins. */
function planned(index: SearchIndex, text: string, longer: Where): PlannedWord {
  const { words } = index;
  const exact = words.find(text);
  const meant: WeightedWord[] = exact < 0 ? [] : [{ word: exact, weight: 1 }];
  const isBeginning = longer !== 'nowhere' && isBeginningIn(index, text);
  if (isBeginning) {
    const [from, to] = words.beginningWith(text);
    for (let word = from; word < to; word++) {
      if (word === exact) continue;
      const length = words.lengthOf(word);
      const weight = (PREFIX_WEIGHT * length) / (length + 0.3 * (length - text.length));
      meant.push(longer === 'in titles' ? { word, weight, inTitles: true } : { word, weight });
    }
  }
  if (meant.length === 0) {
    for (const { word, distance } of words.near(text, mostEdits(text))) {
      const length = words.lengthOf(word);
      meant.push({ word, weight: (FUZZY_WEIGHT * length) / (length + distance) });
    }
  }
  return { text, meant, isBeginning };
}

/** Two neighbours of which one is unknown, but known together: "super resolution" where all write "superresolution". */
function joinUnknown(words: readonly string[], known: (word: string) => boolean): string[] {
  return joinNeighbours(words, (before, word) =>
    known(before + word) && !(known(before) && known(word)) ? before + word : undefined,
  );
}

/** Each as it is, or what `join` makes of it and the one before. */
function joinNeighbours<T>(all: readonly T[], join: (before: T, one: T) => T | undefined): T[] {
  const joined: T[] = [];
  for (const one of all) {
    const before = joined.at(-1);
    const both = before === undefined ? undefined : join(before, one);
    if (both === undefined) joined.push(one);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function halvesOf(word: string, known: (word: string) => boolean): string[] | undefined {
  for (let i = HALF; i <= word.length - HALF; i++) {
    const halves = [word.slice(0, i), word.slice(i)];
    if (halves.every(known)) return halves;
  }
  return undefined;
}

function isBeginningIn(index: SearchIndex, word: string): boolean {
  const [from, to] = index.words.beginningWith(word);
  return word.length >= PREFIX_FROM && to > from;
}

/** How many letters of a word may be wrong. */
function mostEdits(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
