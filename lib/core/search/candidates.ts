/** The first stage of a search: candidates for a query, from the index alone. */

import { withoutPrefix } from '../search-index/credit-terms.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { type ScoredPaper, Scores, type WeightedTerm } from './bm25.ts';
import type { QueryPlan, QueryTerm } from './query-plan.ts';

/** If fewer papers have all the words, those that have some are added. */
const MIN_CANDIDATES = 10;
/** A query with fewer letters is not compared with the beginnings of titles; nor a single word. */
export const MIN_TITLE_PREFIX_LETTERS = 8;
const MIN_WORD_PREFIX_LETTERS = 4;
/** Titles beginning with a query's only word that are always candidates. */
const MAX_PREFIXED_TITLES = 50;
/**
 * Postings that are scored for papers with some of the words, rarest words first; later words only
 * rescore the best papers.
 */
const MAX_SCORED_POSTINGS = 50_000;
/** Papers kept for rescoring, as a multiple of those asked for. */
const RESCORED_PER_RESULT = 3;

/** A paper that may match a query. */
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
 * then those with some words; each best first, `limit` in all, plus a few in which neighbouring
 * words are one. `where` says which paper numbers may be candidates.
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
  const prefixed = titlesWithPrefix(index, letters, isWord ? MIN_WORD_PREFIX_LETTERS : MIN_TITLE_PREFIX_LETTERS)
    .filter(where)
    .map((paper) => ({ paper, score: Math.max(1, scores.scoreOf(paper)), share: 1 }))
    .sort((a, b) => b.score - a.score);
  const found = eachOnce([
    // Other words may be in more titles than are asked for.
    ...(isWord ? prefixed.slice(0, MAX_PREFIXED_TITLES) : []),
    ...best(scores),
    ...prefixed,
    ...(joinedTerms ? best(scoreAll(index, joinedTerms), joinedTerms.length, MIN_CANDIDATES) : []),
  ]);
  const areFew = found.length < MIN_CANDIDATES && terms.length > 1;
  const all = areFew ? eachOnce([...found, ...best(scoreSome(index, terms, limit, where))]) : found;
  return all.slice(0, joinedTerms ? limit + MIN_CANDIDATES : limit);
}

function titlesWithPrefix(index: SearchIndex, letters: string, minLength: number): number[] {
  return letters.length < minLength ? [] : index.titlesWithPrefix(letters);
}

/** The candidates, each paper once. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>();
  return candidates.filter(({ paper }) => seen.size < seen.add(paper).size);
}

/** The terms whose postings in abstracts a query needs, in either reading. */
export function neededTerms(plan: QueryPlan): number[] {
  return allTerms(plan).flatMap(({ expansions }) =>
    expansions.filter(({ inTitles }) => !inTitles).map(({ word }) => word),
  );
}

/** The words by which papers may match a query, as markWords takes them. */
export function matchingWords(index: SearchIndex, plan: QueryPlan): string[] {
  return allTerms(plan).flatMap(({ text, expansions, isPrefix }) =>
    isPrefix ? [`${text}*`] : [...new Set(expansions.map(({ word }) => withoutPrefix(index.words.termAt(word))))],
  );
}

/** The terms of both readings of a query, without repeats. */
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
 * Scores papers that have some of the terms. In a large catalogue, those with only common words are
 * left out.
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
      scores.keepBest(limit * RESCORED_PER_RESULT, where);
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
