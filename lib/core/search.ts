/** Search over papers: MiniSearch finds candidates, a query plan and a re-rank put the one that is meant first. */
import MiniSearch, { type Query, type QueryCombination } from 'minisearch';
import { fold } from './fold.ts';
import type { Paper, PaperId } from './paper.ts';
import { type Candidate, RankedTexts } from './rank.ts';
import { formsOf, queryWords, wordsOf } from './words.ts';

export { type MarkedPiece, markWords } from './mark-words.ts';

/** A paper that answers a query. */
export interface SearchHit {
  paper: Paper;
  /** Folded words of the paper that answered, for {@link markWords}. */
  words: string[];
}

/** Says of a paper whether it may answer. */
export type PaperFilter = (paper: Paper) => boolean;

const everyPaper: PaperFilter = () => true;

/** Characters of a query that are looked at: more than the longest title has, few enough for a keystroke after a whole page was pasted. */
const LONGEST_QUERY = 400;
/** How many candidates are ranked again: enough for the paper that is meant, few enough for a keystroke. */
const CANDIDATES = 100;
/** With fewer answers that have all the words, those that have some are added. */
const FEW = 10;
/** From so many letters on, the last word is also taken for the beginning of a longer one. */
const PREFIX_FROM = 2;

/** A search engine over a fixed set of papers. */
export class PaperSearch {
  private readonly papers = new Map<PaperId, Paper>();
  private readonly texts: RankedTexts;
  private readonly index = new MiniSearch<Paper>({
    fields: ['title', 'abstract'],
    tokenize: (text) => wordsOf(text).map((word) => word.text),
    processTerm: (word) => formsOf(word),
    searchOptions: {
      boost: { title: 1.5 },
      bm25: { k: 0.5, b: 0.5, d: 0.2 },
      tokenize: (word) => [word],
      processTerm: (word) => word,
    },
  });

  constructor(papers: Iterable<Paper>) {
    for (const paper of papers) this.papers.set(paper.id, paper);
    this.texts = new RankedTexts(this.papers);
    this.index.addAll([...this.papers.values()]);
  }

  /**
   * The best answers, best first. The last word may be unfinished, any may be mistyped. An empty query has no answer.
   * Only papers for which `where` holds are looked at, so that there are `limit` answers if so many of them answer.
   */
  search(query: string, limit = 50, where: PaperFilter = everyPaper): SearchHit[] {
    const asked = query.trim().slice(0, LONGEST_QUERY);
    const words = queryWords(asked);
    if (words.length === 0) return [];
    const phrase = fold(asked);
    const ranked = this.texts.rank(phrase, words, this.candidates(phrase, words, where));
    return this.hits(ranked.slice(0, limit));
  }

  /** The papers nearest to the one with this id by the words they share, nearest first; none if there is no such paper. */
  related(id: PaperId, limit = 5): SearchHit[] {
    const paper = this.papers.get(id);
    if (!paper) return [];
    const words = new Set(wordsOf(`${paper.title} ${paper.abstract}`).flatMap((word) => formsOf(word.text)));
    const nearest = this.ask({ combineWith: 'OR', queries: [...words] }, (other) => other.id !== id);
    return this.hits(nearest.slice(0, limit));
  }

  private hits(candidates: Candidate[]): SearchHit[] {
    return candidates.map(({ id, words }) => ({ paper: this.papers.get(id) as Paper, words }));
  }

  /** Papers that have all the words, then those whose title begins with the query letter for letter, then those with some words. */
  private candidates(phrase: string, words: string[], where: PaperFilter): Candidate[] {
    const found = new Map<PaperId, Candidate>();
    const add = (candidates: Candidate[]): void => {
      for (const candidate of candidates) if (!found.has(candidate.id)) found.set(candidate.id, candidate);
    };
    add(this.ask(this.plan(words, 'AND'), where));
    const beginning = this.texts.titlesBeginning(phrase).filter((id) => where(this.papers.get(id) as Paper));
    add(beginning.map((id) => ({ id, score: 1, words, share: 1 })));
    if (found.size < FEW && words.length > 1) add(this.ask(this.plan(words, 'OR'), where));
    return [...found.values()].slice(0, CANDIDATES);
  }

  private ask(plan: QueryCombination, where: PaperFilter): Candidate[] {
    const filter = ({ id }: { id: PaperId }): boolean => where(this.papers.get(id) as Paper);
    const results = this.index.search(plan, { filter }).slice(0, CANDIDATES);
    const asked = plan.queries.length;
    return results.map(({ id, score, match, queryTerms }) => ({
      id,
      score,
      words: Object.keys(match),
      share: new Set(queryTerms).size / asked,
    }));
  }

  /** Each word exactly as it is; the last also as a beginning; a word that the index doesn't know also as a misspelling. */
  private plan(words: string[], combineWith: 'AND' | 'OR'): QueryCombination {
    const distinct = words.filter((word, i) => words.lastIndexOf(word) === i);
    const queries = distinct.map((word, i): Query => {
      const isLast = i === distinct.length - 1;
      const prefix = isLast && word.length >= PREFIX_FROM;
      const fuzzy = this.knows(word, prefix) ? false : fuzziness(word);
      return { queries: [word], prefix, fuzzy, combineWith: 'OR' };
    });
    return { combineWith, queries };
  }

  private knows(word: string, prefix: boolean): boolean {
    return this.index.search(word, { prefix, fuzzy: false }).length > 0;
  }
}

/** How many letters of a word may be wrong. */
function fuzziness(word: string): number | false {
  if (word.length < 4) return false;
  return word.length < 8 ? 1 : 2;
}
