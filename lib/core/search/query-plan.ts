/**
 * Which terms of an index each word of a query matches: itself, longer ones that begin with it, or
 * ones that it misspells.
 */

import { creditFields, withoutPrefix } from '../search-index/credit-terms.ts';
import type { Field } from '../search-index/index-layout.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { type QueryWord, titleLetters, wordsOfQuery } from '../text/words.ts';
import type { WeightedTerm } from './bm25.ts';

/**
 * Characters of a query that are used: more than the longest title has, few enough for a keystroke.
 */
const MAX_QUERY_LENGTH = 400;
/** From this length on, the last word is also taken for a prefix. */
const MIN_PREFIX_LENGTH = 2;
/**
 * A prefix whose terms have more postings is in most papers of a large catalogue: beside other
 * words it is ignored until one more letter is typed; alone it is looked up in titles.
 */
const MAX_PREFIX_POSTINGS = 150_000;
/** Postings in titles that are enough for a result. */
const ENOUGH_TITLE_POSTINGS = 100;
/**
 * Weights of terms other than the typed word, as in MiniSearch. They decrease with the letters that
 * are missing or wrong.
 */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
/**
 * The fields that are searched besides titles and abstracts, and their weights: half of a text's,
 * because a word that is also a name is more often meant as a word.
 */
const CREDITS = [
  [creditFields.author, 0.5],
  [creditFields.shortVenue, 0.5],
] as const;
/** Letters of each half, at least, when a word is taken for two without a space. */
const MIN_HALF_LENGTH = 3;

/** Corrections of a word that ranking tries. */
const MAX_CORRECTIONS = 12;

type PrefixScope = 'anywhere' | 'in titles' | 'nowhere';

/** A word of a query, and the terms of the index that match it. */
export interface QueryTerm {
  /** The word as typed, folded. */
  text: string;
  expansions: WeightedTerm[];
  /** All terms that begin with it match. */
  isPrefix: boolean;
}

/** What a query means in terms of the index. */
export interface QueryPlan {
  /** Its letters, folded, without white space. */
  letters: string;
  /** Its words in order. */
  words: QueryWord[];
  terms: QueryTerm[];
  /** The terms with neighbouring words joined, if that makes sense: "s-moe" for "SMoE". */
  joinedTerms: QueryTerm[] | undefined;
  /** Corrections of words that are in no paper, likeliest first, by the form of the word. */
  corrections: ReadonlyMap<string, readonly string[]>;
}

/** Plans a query; undefined if there is no word in it. */
export function planQuery(index: SearchIndex, query: string): QueryPlan | undefined {
  const asked = query.trim().slice(0, MAX_QUERY_LENGTH);
  const words = wordsOfQuery(asked);
  if (words.length === 0) return undefined;
  const forms = words.map(({ form }) => form);
  const terms = planTerms(index, forms);
  const joinedTerms = planJoined(index, terms);
  return { letters: titleLetters(asked), words, terms, joinedTerms, corrections: correctionsOf(index, forms, terms) };
}

/**
 * Plans folded words: one that is in no paper may be two without a space, half of one, or
 * misspelled.
 */
function planTerms(index: SearchIndex, words: readonly string[]): QueryTerm[] {
  const known = (word: string): boolean => isKnown(index, word);
  const inTexts = (word: string): boolean => index.words.find(word) >= 0;
  const joined = joinUnknown(words, inTexts, known);
  const split = joined.flatMap((word, i) => {
    if (i === joined.length - 1 && isPrefixIn(index, word)) return [word];
    return known(word) ? [word] : (halvesOf(word, inTexts) ?? [word]);
  });
  const distinct = split.filter((word, i) => split.lastIndexOf(word) === i);
  const last = distinct.at(-1) ?? '';
  const scope = prefixScope(index, last, distinct.length === 1);
  const used = scope === 'nowhere' && !known(last) ? distinct.slice(0, -1) : distinct;
  return used.map((text) => planWord(index, text, text === last ? scope : 'nowhere'));
}

/**
 * The same query with neighbouring words joined, if the index has the joined word: "s-moe" for
 * "SMoE". Undefined if there are none.
 */
function planJoined(index: SearchIndex, plan: readonly QueryTerm[]): QueryTerm[] | undefined {
  const joined = joinNeighbours(plan, (before, { text }) => {
    const word = index.words.find(before.text + text);
    return word < 0 ? undefined : { text: before.text + text, expansions: [{ word, weight: 1 }], isPrefix: false };
  });
  return joined.length < plan.length ? joined : undefined;
}

/** Where to look for terms that begin with a query's last word. */
function prefixScope(index: SearchIndex, last: string, isAlone: boolean): PrefixScope {
  const { title, abstract } = index.arrays;
  const postings = (field: Field, before = ''): number => {
    const [from, to] = index.words.prefixRange(before + last);
    return (field.starts[to] as number) - (field.starts[from] as number);
  };
  const inCredits = CREDITS.reduce((sum, [field]) => sum + postings(abstract, field), 0);
  if (postings(title) + postings(abstract) + inCredits <= MAX_PREFIX_POSTINGS) return 'anywhere';
  if (!isAlone) return 'nowhere';
  return postings(title) < ENOUGH_TITLE_POSTINGS ? 'anywhere' : 'in titles';
}

/** The terms that match a word. */
function planWord(index: SearchIndex, text: string, scope: PrefixScope): QueryTerm {
  const { words } = index;
  const isPrefix = scope !== 'nowhere' && isPrefixIn(index, text);
  const places = [['', 1] as const, ...CREDITS];
  const expansions = places.flatMap(([field, factor]) => {
    const exact = words.find(field + text);
    return [
      ...(exact < 0 ? [] : [{ word: exact, weight: factor }]),
      ...(isPrefix && (field === '' || scope === 'anywhere') ? longerTerms(index, text, field, factor, scope) : []),
    ];
  });
  const year = words.find(creditFields.year + text);
  if (year >= 0) expansions.push({ word: year, weight: 1 });
  if (expansions.length === 0) {
    for (const [field, factor] of places) {
      for (const { word, distance } of words.fuzzy(text, maxEdits(text), field)) {
        const length = words.lengthOf(word) - field.length;
        expansions.push({ word, weight: (factor * FUZZY_WEIGHT * length) / (length + distance) });
      }
    }
  }
  return { text, expansions, isPrefix };
}

/** Longer terms that begin with a word, of a field of creditFields or of the texts. */
function longerTerms(
  { words }: SearchIndex,
  text: string,
  field: string,
  factor: number,
  scope: PrefixScope,
): WeightedTerm[] {
  const [from, to] = words.prefixRange(field + text);
  const longer: WeightedTerm[] = [];
  for (let word = from; word < to; word++) {
    const length = words.lengthOf(word) - field.length;
    if (length === text.length) continue;
    const weight = (factor * PREFIX_WEIGHT * length) / (length + 0.3 * (length - text.length));
    longer.push(scope === 'in titles' ? { word, weight, inTitles: true } : { word, weight });
  }
  return longer;
}

/**
 * Joins two neighbours of which one is unknown, if the joined word is known: "super resolution"
 * where everybody writes "superresolution".
 */
function joinUnknown(
  words: readonly string[],
  inTexts: (word: string) => boolean,
  known: (word: string) => boolean,
): string[] {
  return joinNeighbours(words, (before, word) =>
    inTexts(before + word) && !(known(before) && known(word)) ? before + word : undefined,
  );
}

/** Each item as it is, or joined with the one before. */
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
  for (let i = MIN_HALF_LENGTH; i <= word.length - MIN_HALF_LENGTH; i++) {
    const halves = [word.slice(0, i), word.slice(i)];
    if (halves.every(known)) return halves;
  }
  return undefined;
}

function isPrefixIn({ words }: SearchIndex, word: string): boolean {
  const begins = (field: string): boolean => {
    const [from, to] = words.prefixRange(field + word);
    return to > from;
  };
  return word.length >= MIN_PREFIX_LENGTH && (begins('') || CREDITS.some(([field]) => begins(field)));
}

/** Whether some paper has exactly this word, in its texts or as an author, venue or year. */
function isKnown({ words }: SearchIndex, word: string): boolean {
  const places = ['', ...CREDITS.map(([field]) => field), creditFields.year];
  return places.some((field) => words.find(field + word) >= 0);
}

/** For each corrected word the terms it was corrected to, nearest first. */
function correctionsOf(
  index: SearchIndex,
  forms: readonly string[],
  terms: readonly QueryTerm[],
): Map<string, readonly string[]> {
  const corrections = new Map<string, readonly string[]>();
  for (const { text, expansions, isPrefix } of terms) {
    if (isPrefix || !forms.includes(text) || isKnown(index, text)) continue;
    const likeliest = expansions.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_CORRECTIONS);
    corrections.set(
      text,
      likeliest.map(({ word }) => withoutPrefix(index.words.termAt(word))),
    );
  }
  return corrections;
}

/** How many letters of a word may be wrong. */
function maxEdits(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
