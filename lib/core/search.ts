/** Search over a catalogue of any size: an index finds candidates, a re-rank that reads their texts puts the one that is meant first. */
import {
  type AskedQuery,
  answeringWords,
  type Candidate,
  findCandidates,
  findInTitles,
  meantWords,
  readQuery,
} from './candidates.ts';
import type { PaperId } from './paper.ts';
import type { PaperShelf } from './paper-shelf.ts';
import type { PaperFilter } from './query-filter.ts';
import { rank } from './rank.ts';
import type { SearchIndex } from './search-index.ts';

export { findMarks, type MarkedPiece, markWords } from './mark-words.ts';

/** A paper that answers a query. */
export interface SearchHit {
  id: PaperId;
  /** Words by which it may have answered, as {@link markWords} takes them. */
  readonly words: readonly string[];
}

/** Makes the filter of a query for an index. */
export type FilterMaker = (index: SearchIndex) => PaperFilter;

/** How many candidates are ranked again: enough for the paper that is meant, few enough for a keystroke. */
const CANDIDATES = 100;
/** Where texts must be read to know who fits, so many at most. */
const MOST_READ = 6400;

/** A search engine over the papers of an index. */
export class PaperSearch {
  readonly index: SearchIndex;
  private readonly shelf: PaperShelf;

  /** `shelf` has the papers that the index knows; those that are gone since it was made may be among the hits. */
  constructor(index: SearchIndex, shelf: PaperShelf) {
    this.index = index;
    this.shelf = shelf;
  }

  /**
   * The best answers, best first. The last word may be unfinished, any may be mistyped. An empty query has no answer.
   * Only papers that `where` allows are looked at. Rejects when papers can't be read.
   */
  async search(query: string, limit = 50, where?: FilterMaker): Promise<SearchHit[]> {
    const asked = readQuery(this.index, query);
    if (!asked) return [];
    await this.index.have(() => meantWords(asked));
    const filter = await this.filterOf(where);
    const mayAnswer = (paper: number): boolean => filter?.fits(paper) !== 0;
    for (let most = Math.max(CANDIDATES, limit); ; most *= 4) {
      const candidates = findCandidates(this.index, asked, most, mayAnswer);
      const fitting = await this.fitting(candidates, asked, filter);
      const isAll = candidates.length < most || most * 4 > MOST_READ;
      if (fitting.length < Math.min(limit, candidates.length) && !isAll) continue;
      const ranked = rank(this.index, asked, fitting, (paper) => this.abstractOf(paper));
      return this.hits(asked, ranked.slice(0, limit));
    }
  }

  /** The best answers of those whose titles have all the words, or begin with the query; the index's head is enough for it. */
  searchTitles(query: string, limit = 50): SearchHit[] {
    const asked = readQuery(this.index, query);
    if (!asked) return [];
    const candidates = findInTitles(this.index, asked, Math.max(CANDIDATES, limit));
    const ranked = rank(this.index, asked, candidates, () => '');
    return this.hits(asked, ranked.slice(0, limit));
  }

  /**
   * The folded abstracts by which the answers to a query without conditions are ranked. Kept, they let it be answered the next time without
   * their papers (see PaperShelf.takeAbstracts). Rejects when the index can't be read.
   */
  async abstractsFor(query: string): Promise<Map<PaperId, string>> {
    const asked = readQuery(this.index, query);
    if (!asked || asked.words.length < 2) return new Map();
    await this.index.haveAll();
    const candidates = findCandidates(this.index, asked, CANDIDATES, () => true);
    return new Map(candidates.map(({ paper }) => [this.index.idOf(paper), this.abstractOf(paper)]));
  }

  /** Numbers of all papers that `where` allows, in the order of their ids; all papers without it. Rejects when papers can't be read. */
  async allowed(where?: FilterMaker): Promise<Uint32Array> {
    const filter = await this.filterOf(where);
    const numbers = new Uint32Array(this.index.size);
    const unread: number[] = [];
    let count = 0;
    for (let paper = 0; paper < this.index.size; paper++) {
      const fit = filter ? filter.fits(paper) : 1;
      if (fit === 2) unread.push(paper);
      if (fit === 1) numbers[count++] = paper;
    }
    for (let i = 0; i < unread.length; i += CANDIDATES) {
      const some = unread.slice(i, i + CANDIDATES);
      const papers = await this.shelf.listed(some.map((paper) => this.index.idOf(paper)));
      for (const paper of some) {
        const read = papers.get(this.index.idOf(paper));
        if (read && filter?.holds(read)) numbers[count++] = paper;
      }
    }
    return numbers.slice(0, count).sort();
  }

  /** Conditions may ask about any word. */
  private async filterOf(where: FilterMaker | undefined): Promise<PaperFilter | undefined> {
    if (!where) return undefined;
    await this.index.haveAll();
    return where(this.index);
  }

  private hits(asked: AskedQuery, found: Candidate[]): SearchHit[] {
    const words = answeringWords(this.index, asked);
    return found.map(({ paper }) => ({ id: this.index.idOf(paper), words }));
  }

  private hasAbstract(paper: number): boolean {
    return this.index.hasPapers || this.shelf.hasAbstract(this.index.idOf(paper));
  }

  private abstractOf(paper: number): string {
    return this.shelf.foldedAbstract(this.index.idOf(paper), () => this.index.foldedAbstractAt(paper));
  }

  /** Reads the candidates, where that is needed to rank or to filter them, and leaves out those that are gone or don't fit. */
  private async fitting(
    candidates: Candidate[],
    { words }: AskedQuery,
    filter: PaperFilter | undefined,
  ): Promise<Candidate[]> {
    const mustRead = (paper: number): boolean => filter?.fits(paper) === 2;
    // Of a single word the index knows all that ranks papers, and of several where their abstracts are here.
    const mustRank = (paper: number): boolean => words.length > 1 && !this.hasAbstract(paper);
    const unread = new Set(candidates.map(({ paper }) => paper).filter((paper) => mustRank(paper) || mustRead(paper)));
    if (unread.size === 0) return candidates;
    const papers = await this.shelf.listed(Array.from(unread, (paper) => this.index.idOf(paper)));
    return candidates.filter(({ paper }) => {
      if (!unread.has(paper)) return true;
      const known = papers.get(this.index.idOf(paper));
      return known !== undefined && (!mustRead(paper) || (filter as PaperFilter).holds(known));
    });
  }
}
