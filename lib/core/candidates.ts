/** The first look: the papers that may be meant by a query, from the index alone. */
import { type KeptScores, type ScoredPaper, Scores, type WeightedWord } from './bm25.ts';
import { type PlannedWord, planJoined, planQuery } from './query-plan.ts';
import type { SearchIndex } from './search-index.ts';
import { queryWords, titleLetters } from './words.ts';

/** Characters of a query that are looked at: more than the longest title has, few enough for a keystroke after a whole page was pasted. */
const LONGEST_QUERY = 400;
/** With fewer answers that have all the words, those that have some are added. */
const FEW = 10;
/** Letters that a query needs before the beginnings of titles are compared with it. */
export const TITLE_LETTERS = 8;
/** Postings that are gone through for papers that have some of the words, those of rare words first; later words are looked up in the best. */
const MOST_POSTINGS = 50_000;
/** The best, until all words are added: so many times as many as are asked for. */
const SPARE = 3;

/** What the words of the last query gave, but for its last. */
const typed = new WeakMap<SearchIndex, { words: string[]; scores: KeptScores }>();

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
  /** What it means if neighbours are one word, where they may be. */
  joined: PlannedWord[] | undefined;
}

/** Reads a query; undefined if there is no word in it. */
export function readQuery(index: SearchIndex, query: string): AskedQuery | undefined {
  const asked = query.trim().slice(0, LONGEST_QUERY);
  const words = queryWords(asked);
  if (words.length === 0) return undefined;
  const plan = planQuery(index, words);
  return { letters: titleLetters(asked), words, plan, joined: planJoined(index, plan) };
}

/**
 * Papers that have all the words, then those whose title begins with the query letter for letter, then those with some words;
 * of each the best first, `most` in all, and a few that have neighbours as one word. `where` says of a paper's number whether it may answer.
 */
export function findCandidates(
  index: SearchIndex,
  { letters, plan, joined }: AskedQuery,
  most: number,
  where: (paper: number) => boolean,
): Candidate[] {
  const best = (scores: Scores, words = plan.length, count = most): Candidate[] =>
    scores
      .best(count, where)
      .map(({ paper, score, matched }: ScoredPaper) => ({ paper, score, share: matched / words }));
  const found = eachOnce([
    ...best(scoreTyped(index, plan)),
    ...titlesBegun(index, letters).filter(({ paper }) => where(paper)),
    ...(joined ? best(scoreAll(index, joined), joined.length, FEW) : []),
  ]);
  const areFew = found.length < FEW && plan.length > 1;
  const all = areFew ? eachOnce([...found, ...best(scoreSome(index, plan, most, where))]) : found;
  return all.slice(0, joined ? most + FEW : most);
}

/** Papers whose title has all the words, or begins with the query letter for letter; `most` in all. The head of an index is enough for it. */
export function findInTitles(index: SearchIndex, { letters, plan }: AskedQuery, most: number): Candidate[] {
  const inTitles = plan.map(({ meant, ...word }) => ({
    ...word,
    meant: meant.map((one) => ({ ...one, inTitles: true as const })),
  }));
  const best = scoreAll(index, inTitles).best(most, () => true);
  const having = best.map(({ paper, score }) => ({ paper, score, share: 1 }));
  return eachOnce([...having, ...titlesBegun(index, letters)]).slice(0, most);
}

function titlesBegun(index: SearchIndex, letters: string): Candidate[] {
  const titles = letters.length < TITLE_LETTERS ? [] : index.titlesBeginning(letters);
  return titles.map((paper) => ({ paper, score: 1, share: 1 }));
}

/** The candidates without those of which the paper is there already. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const known = new Set<number>();
  return candidates.filter(({ paper }) => known.size < known.add(paper).size);
}

/** The words of which a query needs the postings of abstracts, however it is meant. */
export function meantWords(asked: AskedQuery): number[] {
  return plannedWords(asked).flatMap(({ meant }) => meant.filter(({ inTitles }) => !inTitles).map(({ word }) => word));
}

/** The words by which a paper may answer a query, as markWords takes them. */
export function answeringWords(index: SearchIndex, asked: AskedQuery): string[] {
  return plannedWords(asked).flatMap(({ text, meant, isBeginning }) =>
    isBeginning ? [`${text}*`] : meant.map(({ word }) => index.words.at(word)),
  );
}

/** The words of both ways in which a query may be meant, each once. */
function plannedWords({ plan, joined = [] }: AskedQuery): PlannedWord[] {
  return [...new Set([...plan, ...joined])];
}

/** Scores papers that have all the planned words. */
function scoreAll(index: SearchIndex, plan: readonly PlannedWord[]): Scores {
  const scores = new Scores(index);
  for (const { meant } of rarestFirst(index, plan)) scores.add(meant, 'all');
  return scores;
}

/** The same, where the last word is still being typed: what the others gave is kept from key to key, and grows with each that is finished. */
function scoreTyped(index: SearchIndex, plan: readonly PlannedWord[]): Scores {
  if (plan.length < 2) return scoreAll(index, plan);
  const scores = scoreFinished(index, plan.slice(0, -1));
  scores.add((plan.at(-1) as PlannedWord).meant, 'all');
  return scores;
}

function scoreFinished(index: SearchIndex, finished: readonly PlannedWord[]): Scores {
  const words = finished.map(({ text }) => text);
  const before = typed.get(index);
  const known = before?.words.every((word, i) => word === words[i]) ? before : undefined;
  const missing = words.length - (known?.words.length ?? 0);
  if (!known || missing > 1) return kept(index, words, scoreAll(index, finished));
  const scores = Scores.from(index, known.scores);
  if (missing === 0) return scores;
  scores.add((finished.at(-1) as PlannedWord).meant, 'all');
  return kept(index, words, scores);
}

function kept(index: SearchIndex, words: string[], scores: Scores): Scores {
  typed.set(index, { words, scores: scores.keep() });
  return scores;
}

/** Scores papers that have some of the planned words. Of a large catalogue those that have none but common words are left out. */
function scoreSome(
  index: SearchIndex,
  plan: readonly PlannedWord[],
  most: number,
  where: (paper: number) => boolean,
): Scores {
  const scores = new Scores(index);
  let added = 0;
  let areMany = false;
  for (const { meant, postings } of rarestFirst(index, plan)) {
    if (!areMany && added > 0 && added + postings > MOST_POSTINGS) {
      areMany = true;
      scores.keepBest(most * SPARE, where);
    }
    scores.add(meant, areMany ? 'same' : 'any');
    added += postings;
  }
  return scores;
}

/** The words of `plan` with how many postings each has. */
function rarestFirst(index: SearchIndex, plan: readonly PlannedWord[]): { meant: WeightedWord[]; postings: number }[] {
  return plan
    .map(({ meant }) => ({ meant, postings: meant.reduce((sum, { word }) => sum + index.postingsOf(word), 0) }))
    .sort((a, b) => a.postings - b.postings);
}
