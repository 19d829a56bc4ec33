/**
 * The second stage of a search: ranks candidates by what a list of words can't show, such as
 * phrases.
 */

import type { SearchIndex } from '../search-index/search-index.ts';
import { type Candidate, MIN_TITLE_PREFIX_LETTERS } from './candidates.ts';
import type { QueryPlan } from './query-plan.ts';

/** Weights of the evidence, as factors on the engine's score. */
const WEIGHT = {
  titleHolds: 8,
  /** People remember several words of a paper from its title. */
  titleHasAll: 2,
  abstractHolds: 4,
  /** The same, with so many words that it is no stock phrase of the field. */
  abstractHoldsLong: 16,
  /**
   * The share of neighbouring pairs of query words that are neighbours in the title or the abstract
   * too.
   */
  adjacent: 2,
};

/** Neighbouring pairs in a phrase that nobody types by chance. */
const LONG_PHRASE_PAIRS = 3;

/** A query to compare with texts: its letters without white space, and its words. */
interface Reading {
  letters: string;
  words: readonly string[];
}

/**
 * The candidates, reranked: whole titles and beginnings of titles first, then phrases, then
 * neighbouring words. `abstractOf` gives a paper's folded abstract.
 */
export function rank(
  index: SearchIndex,
  plan: QueryPlan,
  candidates: readonly Candidate[],
  abstractOf: (paper: number) => string,
): Candidate[] {
  const readFor = readingsOf(plan);
  const isWord = plan.words.length === 1;
  return candidates
    .map((candidate) => {
      const { paper, score, share } = candidate;
      const title = index.titleOf(paper);
      const abstract = (): string => (isWord ? '' : abstractOf(paper));
      const reading = readFor(title, abstract);
      const tier = tierOf(title, reading.letters) || (isWord ? tierOfWord(index, plan, paper, title, reading) : 0);
      return { candidate, tier, score: score * share * evidence(title, abstract, reading) };
    })
    .sort((a, b) => b.tier - a.tier || b.score - a.score)
    .map(({ candidate }) => candidate);
}

function evidence(title: string, abstractOf: () => string, { letters, words }: Reading): number {
  const pairs = words.slice(1).map((word, i) => (words[i] as string) + word);
  const all = words.length > 1 && words.every((word) => title.includes(word)) ? WEIGHT.titleHasAll : 1;
  if (title.includes(letters)) return all * WEIGHT.titleHolds;
  // For a single word, the index knows everything that the abstract could tell.
  if (pairs.length === 0) return all;
  const abstract = abstractOf();
  if (abstract.includes(letters)) {
    return all * (pairs.length >= LONG_PHRASE_PAIRS ? WEIGHT.abstractHoldsLong : WEIGHT.abstractHolds);
  }
  const together = pairs.filter((pair) => title.includes(pair) || abstract.includes(pair)).length;
  return all * (1 + (WEIGHT.adjacent * together) / pairs.length);
}

/**
 * How a query is read for a paper: with a corrected word as the paper writes it, so that it counts
 * in phrases like one that was typed correctly.
 */
function readingsOf({ letters, words, corrections }: QueryPlan): (title: string, abstract: () => string) => Reading {
  const asTyped = { letters, words: words.map(({ form }) => form) };
  if (corrections.size === 0) return () => asTyped;
  return (title, abstract) => {
    // With the same letters, spaces in the wrong places are no typo.
    if (title.includes(letters)) return asTyped;
    const read = words.map(({ written, form }) => {
      const choices = corrections.get(form) ?? [];
      const chosen =
        choices.find((choice) => title.includes(choice)) ?? choices.find((choice) => abstract().includes(choice));
      if (chosen === undefined) return { written, form };
      // The ending that stemming removed, such as that of a plural, was typed too.
      const ending = written.startsWith(form) ? written.slice(form.length) : '';
      return { written: chosen + ending, form: chosen };
    });
    return { letters: read.map(({ written }) => written).join(''), words: read.map(({ form }) => form) };
  };
}

/** A query that is a whole title (2), or the beginning of one (1), ranks above all others (0). */
function tierOf(title: string, letters: string): number {
  if (title === letters) return 2;
  return letters.length >= MIN_TITLE_PREFIX_LETTERS && title.startsWith(letters) ? 1 : 0;
}

/**
 * The same for a query of one word: 1 for titles that begin with it, a half for those that begin
 * with a longer word.
 */
function tierOfWord(
  index: SearchIndex,
  { terms }: QueryPlan,
  paper: number,
  title: string,
  { letters, words }: Reading,
): number {
  if (!title.startsWith(letters)) return 0;
  const isInTitle = (word: number): boolean => word >= 0 && index.hasInTitle(word, paper);
  if (isInTitle(index.words.find(words[0] as string))) return 1;
  return terms.some(({ expansions }) => expansions.some(({ word }) => isInTitle(word))) ? 0.5 : 0;
}
