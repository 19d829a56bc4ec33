/**
 * Searches a catalogue of any size for words: the index finds candidates, and their texts rank
 * them.
 */

import type { PaperId } from '../model/paper.ts';
import type { Condition, PaperFilter } from '../query/query-filter.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { type Candidate, findCandidates, matchingWords, neededTerms } from './candidates.ts';
import type { PaperStore } from './paper-store.ts';
import { planQuery } from './query-plan.ts';
import { rank } from './rerank.ts';

/** The result of a search for words. */
export interface WordMatches {
  /** Numbers of papers, best first. */
  papers: number[];
  /** Words by which the papers may have matched, as markWords takes them. */
  words: readonly string[];
  /** The best paper has all the words as typed. */
  isExact: boolean;
}

/** Candidates to rank: enough to include the paper that is meant, few enough for a keystroke. */
const RANKED_CANDIDATES = 100;
/** If texts must be read to know which papers match, at most this many are. */
const MAX_READ_CANDIDATES = 6400;

const noMatches: WordMatches = { papers: [], words: [], isExact: false };

/** Searches the papers of a store that has an index. */
export class PaperSearch {
  readonly index: SearchIndex;
  private readonly store: PaperStore;

  constructor(store: PaperStore, index: SearchIndex) {
    this.store = store;
    this.index = index;
  }

  /**
   * The best matches, best first. The last word may be unfinished, and any may have typos. A query
   * without words matches nothing. Only papers that `condition` allows are considered. Rejects when
   * papers can't be read.
   */
  async search(query: string, limit = 50, condition?: Condition): Promise<WordMatches> {
    const plan = planQuery(this.index, query);
    if (!plan) return noMatches;
    await this.index.loadPostings(() => [...neededTerms(plan), ...(condition?.terms(this.index) ?? [])]);
    const filter = condition?.over(this.index);
    const mayAnswer = (paper: number): boolean => filter?.check(paper) !== 'no';
    for (let count = Math.max(RANKED_CANDIDATES, limit); ; count *= 4) {
      const candidates = findCandidates(this.index, plan, count, mayAnswer);
      const fitting = await this.fitting(candidates, plan.words.length > 1, filter);
      const isAll = candidates.length < count || count * 4 > MAX_READ_CANDIDATES;
      if (fitting.length < Math.min(limit, candidates.length) && !isAll) continue;
      const ranked = rank(this.index, plan, fitting, (paper) => this.store.foldedAbstract(this.index.idOf(paper)));
      return {
        papers: ranked.slice(0, limit).map(({ paper }) => paper),
        words: matchingWords(this.index, plan),
        isExact: plan.corrections.size === 0 && ranked[0]?.share === 1,
      };
    }
  }

  /**
   * The numbers of the papers that `condition` allows, ascending, out of all or of `among`. Rejects
   * when papers can't be read.
   */
  async allowed(condition?: Condition, among?: readonly number[]): Promise<Uint32Array> {
    await this.index.loadPostings(() => condition?.terms(this.index) ?? []);
    const filter = condition?.over(this.index);
    const numbers = Uint32Array.from(among ?? { length: this.index.size }, (paper, i) => (among ? Number(paper) : i));
    if (!filter) return numbers.sort();
    const verdicts = new Map<number, boolean>();
    const unread = Array.from(numbers).filter((paper) => filter.check(paper) === 'needs-text');
    for (let i = 0; i < unread.length; i += RANKED_CANDIDATES) {
      const some = unread.slice(i, i + RANKED_CANDIDATES);
      const papers = await this.store.listed(some.map((paper) => this.index.idOf(paper)));
      for (const paper of some) {
        const read = papers.get(this.index.idOf(paper));
        verdicts.set(paper, read !== undefined && filter.matchesText(read));
      }
    }
    return numbers.filter((paper) => verdicts.get(paper) ?? filter.check(paper) === 'yes').sort();
  }

  /** The ids of papers with these numbers. */
  idsOf(papers: Iterable<number>): PaperId[] {
    return Array.from(papers, (paper) => this.index.idOf(paper));
  }

  /**
   * Reads the candidates if ranking or filtering needs them, and leaves out those that are gone or
   * excluded.
   */
  private async fitting(
    candidates: Candidate[],
    isRankedByText: boolean,
    filter: PaperFilter | undefined,
  ): Promise<Candidate[]> {
    const mustRead = (paper: number): boolean => filter?.check(paper) === 'needs-text';
    const mustRank = (paper: number): boolean => isRankedByText && !this.store.hasAbstract(this.index.idOf(paper));
    const unread = new Set(candidates.map(({ paper }) => paper).filter((paper) => mustRank(paper) || mustRead(paper)));
    if (unread.size === 0) return candidates;
    const papers = await this.store.listed(this.idsOf(unread));
    return candidates.filter(({ paper }) => {
      if (!unread.has(paper)) return true;
      const read = papers.get(this.index.idOf(paper));
      return read !== undefined && (!mustRead(paper) || (filter as PaperFilter).matchesText(read));
    });
  }
}
