/**
 * Answers the queries of every surface: popup, side panel, library, reading list and address bar.
 */

import type { PaperId } from '../model/paper.ts';
import type { InterpretedQuery } from '../query/interpret-query.ts';
import type { PaperReference } from '../query/paper-reference.ts';
import type { SortOrder } from '../query/parse-query.ts';
import type { QueryContext } from '../query/query-context.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { inDigestOrder } from './digest-order.ts';
import type { OwnWords } from './own-words.ts';
import { PaperSearch } from './paper-search.ts';
import type { PaperStore } from './paper-store.ts';

/**
 * Papers that are sorted by anything but relevance: nobody looks for the right one further down.
 */
const MAX_SORTED_PAPERS = 400;
/**
 * If the catalogue has the exact words, matches in what the reader wrote come after this many
 * papers.
 */
const CATALOGUE_PAPERS_FIRST = 3;

/** Options of a query. */
export interface RunOptions {
  /** The maximum number of papers. */
  limit: number;
  /**
   * Returns all papers that meet a query of conditions alone: for lists that draw only visible
   * rows.
   */
  isWhole?: boolean | undefined;
  /** The order, if the query asks for none. */
  sort?: SortOrder | undefined;
}

/** The result of a query. */
export interface QueryResult {
  /** Paper numbers in the index, in order. */
  papers: Uint32Array;
  /** Words by which the papers may have matched, as markWords takes them. */
  words: readonly string[];
  /** The papers that match what the reader wrote, with the matched words. */
  ownWords: ReadonlyMap<PaperId, readonly string[]>;
}

const noResult: QueryResult = { papers: new Uint32Array(), words: [], ownWords: new Map() };

/** Answers queries over the papers of a store that has an index. */
export class QueryEngine {
  readonly index: SearchIndex;
  readonly store: PaperStore;
  private readonly search: PaperSearch;
  private readonly context: QueryContext;
  private readonly ownWords: OwnWords | undefined;
  private order: Uint32Array | undefined;

  constructor(store: PaperStore, index: SearchIndex, context: QueryContext, ownWords?: OwnWords) {
    this.store = store;
    this.index = index;
    this.search = new PaperSearch(store, index);
    this.context = context;
    this.ownWords = ownWords;
  }

  /**
   * The papers that match a query, the best first or in the order that is asked for; for a query of
   * conditions alone, all that meet them, those of the latest digests first. Rejects when papers
   * can't be read.
   */
  async run(query: InterpretedQuery, { limit, sort, isWhole = false }: RunOptions): Promise<QueryResult> {
    const order = query.order ?? sort;
    const isSorted = order !== undefined && order !== 'relevance';
    if (query.reference) return this.referred(query.reference);
    if (query.words !== '') {
      const result = await this.forWords(query, isSorted ? Math.max(limit, MAX_SORTED_PAPERS) : limit);
      const papers = isSorted ? await this.sorted(result.papers, order) : result.papers;
      return { ...result, papers: papers.slice(0, limit) };
    }
    // The interface says what can't be understood in the query: all papers would be no answer.
    if (!query.condition && query.problems.length > 0) return noResult;
    const papers = query.condition ? await this.search.allowed(query.condition) : this.digestOrder;
    const ownWords = this.ownWords?.wordsOfNotes(query.notes) ?? noResult.ownWords;
    const sorted = await this.sorted(papers, isSorted ? order : 'digest');
    return { papers: isWhole ? sorted : sorted.slice(0, limit), words: [], ownWords };
  }

  /** Numbers of all papers in the order of the digests, the latest first. */
  get digestOrder(): Uint32Array {
    this.order ??= inDigestOrder(this.index, this.context.digests.values());
    return this.order;
  }

  /** Papers with the words, and saved ones that match by what the reader wrote. */
  private async forWords({ words, condition, notes }: InterpretedQuery, limit: number): Promise<QueryResult> {
    const found = await this.search.search(words, limit, condition);
    const own = new Map([...(this.ownWords?.search(words) ?? [])]);
    const others = [...own.keys()].map((id) => this.index.numberOf(id)).filter((paper) => paper >= 0);
    const added = others.filter((paper) => !found.papers.includes(paper));
    const allowed = new Set(added.length > 0 ? await this.search.allowed(condition, added) : []);
    const ahead = found.isExact ? CATALOGUE_PAPERS_FIRST : 0;
    const papers = found.papers.toSpliced(ahead, 0, ...added.filter((paper) => allowed.has(paper)));
    const inNotes = this.ownWords?.wordsOfNotes(notes) ?? [];
    return { papers: Uint32Array.from(papers), words: found.words, ownWords: new Map([...inNotes, ...own]) };
  }

  /** The paper that an id or an address refers to; none if the catalogue does not have it. */
  private async referred(reference: PaperReference): Promise<QueryResult> {
    // Rarely needed: loaded on demand, so that the popup opens without it.
    const { papersReferredTo } = await import('./referred-papers.ts');
    const papers = await papersReferredTo(reference, this.index, this.store);
    return { ...noResult, papers: Uint32Array.from(papers) };
  }

  /**
   * `papers` in the order of the digests; or last saved, or latest year, first, and otherwise in
   * that order.
   */
  private async sorted(papers: Uint32Array, order: Exclude<SortOrder, 'relevance'>): Promise<Uint32Array> {
    const wanted = new Uint8Array(this.index.size);
    for (const paper of papers) wanted[paper] = 1;
    const inOrder = this.digestOrder.filter((paper) => wanted[paper] === 1);
    if (order === 'digest') return inOrder;
    if (order === 'year') {
      // Rarely needed: loaded on demand, so that the popup opens without it.
      const { creditTable } = await import('../search-index/credit-table.ts');
      const { years } = await creditTable(this.index);
      return inOrder.sort((a, b) => (years[b] as number) - (years[a] as number));
    }
    const savedAt = new Map<number, number>();
    for (const { paperId, addedAt } of this.context.entries.values()) {
      const paper = this.index.numberOf(paperId);
      if (wanted[paper] === 1) savedAt.set(paper, addedAt);
    }
    const saved = [...savedAt.keys()].sort((a, b) => (savedAt.get(b) as number) - (savedAt.get(a) as number));
    return Uint32Array.from([...saved, ...inOrder.filter((paper) => !savedAt.has(paper))]);
  }
}
