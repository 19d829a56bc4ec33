/** The first look: the papers that may be meant by a query, from the index alone. */
import { type ScoredPaper, Scores } from './bm25.ts';
import { type PlannedWord, planQuery } from './query-plan.ts';
import { postingOf, type SearchIndex } from './search-index.ts';
import { queryWords, titleLetters } from './words.ts';

/** Characters of a query that are looked at: more than the longest title has, few enough for a keystroke after a whole page was pasted. */
const LONGEST_QUERY = 400;
/** With fewer answers that have all the words, those that have some are added. */
const FEW = 10;
/** Letters that a query needs before the beginnings of titles are compared with it. */
export const TITLE_LETTERS = 8;
/** Postings that are gone through for papers that have some of the words. Those of rare words come first; few queries need more. */
const MOST_POSTINGS = 400_000;

/** A paper that may answer a query. */
export interface Candidate {
  /** Its number in the index. */
  paper: number;
  /** The engine's score; larger is better. */
  score: number;
  /** Share of the query's words that the paper has, 0 to 1. */
  share: number;
}

/** A query as the index understands it. */
export interface AskedQuery {
  /** Folded, without white space. */
  letters: string;
  /** Folded words, as typed. */
  words: string[];
  plan: PlannedWord[];
}

/** Reads a query; undefined if there is no word in it. */
export function readQuery(index: SearchIndex, query: string): AskedQuery | undefined {
  const asked = query.trim().slice(0, LONGEST_QUERY);
  const words = queryWords(asked);
  if (words.length === 0) return undefined;
  return { letters: titleLetters(asked), words, plan: planQuery(index, words) };
}

/**
 * Papers that have all the words, then those whose title begins with the query letter for letter, then those with some words;
 * of each the best first, `most` in all. `where` says of a paper's number whether it may answer.
 */
export function findCandidates(
  index: SearchIndex,
  { letters, plan }: AskedQuery,
  most: number,
  where: (paper: number) => boolean,
): Candidate[] {
  const found = new Map<number, Candidate>();
  const add = (candidates: Candidate[]): void => {
    for (const candidate of candidates) if (!found.has(candidate.paper)) found.set(candidate.paper, candidate);
  };
  const ask = (all: boolean): Candidate[] =>
    score(index, plan, all)
      .best(most, where)
      .map(({ paper, score, matched }: ScoredPaper) => ({ paper, score, share: matched / plan.length }));
  add(ask(true));
  if (letters.length >= TITLE_LETTERS) {
    const titles = index.titlesBeginning(letters).filter(where);
    add(titles.map((paper) => ({ paper, score: 1, share: 1 })));
  }
  if (found.size < FEW && plan.length > 1) add(ask(false));
  return [...found.values()].slice(0, most);
}

/** Scores papers that have all or some of the planned words, the rarest first. */
function score(index: SearchIndex, plan: readonly PlannedWord[], all: boolean): Scores {
  const scores = new Scores(index);
  const words = plan
    .map(({ meant }) => ({ meant, postings: meant.reduce((sum, { word }) => sum + index.postingsOf(word), 0) }))
    .sort((a, b) => a.postings - b.postings);
  let postings = 0;
  for (const word of words) {
    postings += word.postings;
    if (!all && postings > MOST_POSTINGS && postings > word.postings) break;
    scores.add(word.meant, all);
  }
  return scores;
}

/** Words of `plan` that the paper with this number has, folded. */
export function wordsIn(index: SearchIndex, plan: readonly PlannedWord[], paper: number): string[] {
  const { title, abstract } = index.arrays;
  return plan.flatMap(({ meant }) =>
    meant
      .filter(({ word }) => postingOf(title, word, paper) >= 0 || postingOf(abstract, word, paper) >= 0)
      .map(({ word }) => index.words.at(word)),
  );
}
