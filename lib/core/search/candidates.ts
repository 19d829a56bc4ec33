/** The first stage of a search: papers that may be meant by a query, from the index alone. */

import { withoutMark } from '../search-index/credit-terms.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { type ScoredPaper, Scores, type WeightedTerm } from './bm25.ts';
import type { QueryPlan, QueryTerm } from './query-plan.ts';

/** With fewer papers that have all the words, those that have some are added. */
const MIN_CANDIDATES = 10;
/**
 * Letters that a query needs before the beginnings of titles are compared with it; for a single
 * word.
 */
export const MIN_TITLE_PREFIX = 8;
const MIN_WORD_PREFIX = 4;
/** Titles that a single word begins, which are looked at in any case. */
const MAX_BEGUN_TITLES = 50;
/**
 * Postings that are scored for papers that have some of the words, rare words first; later words
 * only rescore the best.
 */
const MAX_SCORED_POSTINGS = 50_000;
/** Papers that are kept then, as a multiple of those asked for. */
const RESCORED_SHARE = 3;

/** A paper that may answer a query. */
export interface Candidate {
  /** Its number in the index. */
  paper: number;
  /** The engine's score; larger is better. */
  score: number;
  /** Share of the query's words that the paper has, 0 to 1. */
  share: number;
}

/**
 * Papers that have all the words, then those whose title begins with the query letter for letter,
 * then those with some words; of each the best first, `limit` in all, and a few that have
 * neighbours as one word. `where` says of a paper's number whether it may answer.
 */
export function findCandidates(
  index: SearchIndex,
  { letters, terms, joinedTerms }: QueryPlan,
  limit: number,
  where: (paper: number) => boolean,
): Candidate[] {
  const best = (scores: Scores, words = terms.length, count = limit): Candidate[] =>
    scores
      .best(count, where)
      .map(({ paper, score, matched }: ScoredPaper) => ({ paper, score, share: matched / words }));
  const scores = scoreAll(index, terms);
  const isWord = terms.length === 1;
  const begun = titlesBegunBy(index, letters, isWord ? MIN_WORD_PREFIX : MIN_TITLE_PREFIX)
    .filter(where)
    .map((paper) => ({ paper, score: Math.max(1, scores.scoreOf(paper)), share: 1 }))
    .sort((a, b) => b.score - a.score);
  const found = eachOnce([
    // Other words may be in more titles than are asked for.
    ...(isWord ? begun.slice(0, MAX_BEGUN_TITLES) : []),
    ...best(scores),
    ...begun,
    ...(joinedTerms ? best(scoreAll(index, joinedTerms), joinedTerms.length, MIN_CANDIDATES) : []),
  ]);
  const areFew = found.length < MIN_CANDIDATES && terms.length > 1;
  const all = areFew ? eachOnce([...found, ...best(scoreSome(index, terms, limit, where))]) : found;
  return all.slice(0, joinedTerms ? limit + MIN_CANDIDATES : limit);
}

function titlesBegunBy(index: SearchIndex, letters: string, minLength: number): number[] {
  return letters.length < minLength ? [] : index.titlesWithPrefix(letters);
}

/** The candidates without those whose paper is there already. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>();
  return candidates.filter(({ paper }) => seen.size < seen.add(paper).size);
}

/** The terms whose postings in abstracts a query needs, however it is meant. */
export function neededTerms(plan: QueryPlan): number[] {
  return allTerms(plan).flatMap(({ expansions }) =>
    expansions.filter(({ inTitles }) => !inTitles).map(({ word }) => word),
  );
}

/** The words by which a paper may answer a query, as markWords takes them. */
export function answeringWords(index: SearchIndex, plan: QueryPlan): string[] {
  return allTerms(plan).flatMap(({ text, expansions, isPrefix }) =>
    isPrefix ? [`${text}*`] : [...new Set(expansions.map(({ word }) => withoutMark(index.words.termAt(word))))],
  );
}

/** The terms of both ways in which a query may be meant, each once. */
function allTerms({ terms, joinedTerms = [] }: QueryPlan): QueryTerm[] {
  return [...new Set([...terms, ...joinedTerms])];
}

/** Scores papers that have all the terms. */
function scoreAll(index: SearchIndex, terms: readonly QueryTerm[]): Scores {
  const scores = new Scores(index);
  for (const { expansions } of rarestFirst(index, terms)) scores.add(expansions, 'and');
  return scores;
}

/**
 * Scores papers that have some of the terms. Of a large catalogue those with none but common words
 * are left out.
 */
function scoreSome(
  index: SearchIndex,
  terms: readonly QueryTerm[],
  limit: number,
  where: (paper: number) => boolean,
): Scores {
  const scores = new Scores(index);
  let scored = 0;
  let areMany = false;
  for (const { expansions, postings } of rarestFirst(index, terms)) {
    if (!areMany && scored > 0 && scored + postings > MAX_SCORED_POSTINGS) {
      areMany = true;
      scores.keepBest(limit * RESCORED_SHARE, where);
    }
    scores.add(expansions, areMany ? 'rescore' : 'or');
    scored += postings;
  }
  return scores;
}

/** The terms with how many postings each has. */
function rarestFirst(
  index: SearchIndex,
  terms: readonly QueryTerm[],
): { expansions: WeightedTerm[]; postings: number }[] {
  return terms
    .map(({ expansions }) => ({
      expansions,
      postings: expansions.reduce((sum, { word }) => sum + index.postingsOf(word), 0),
    }))
    .sort((a, b) => a.postings - b.postings);
}
