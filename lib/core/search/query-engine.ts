/**
 * Answers queries, for every surface that asks any: popup, side panel, library, reading list and
 * address bar.
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
 * Papers that are put into another order than that of relevance. Further down nobody looks for the
 * one that was meant.
 */
const MAX_SORTED = 400;
/**
 * Where the catalogue has the very words, what the reader wrote comes after so many of its papers.
 */
const FIRST_OF_CATALOGUE = 3;

/** How an answer is wanted. */
export interface RunOptions {
  /** Papers at most. */
  limit: number;
  /**
   * Gives all papers that meet conditions alone, however many: for lists that draw only what is in
   * sight.
   */
  isWhole?: boolean | undefined;
  /** The order, where the query asks for none. */
  sort?: SortOrder | undefined;
}

/** What answers a query. */
export interface QueryResult {
  /** Numbers of papers in the index, in their order. */
  papers: Uint32Array;
  /** Words by which they may have answered, as markWords takes them. */
  words: readonly string[];
  /** The papers that were found by what the reader wrote of them, with the words that are in it. */
  ownWords: ReadonlyMap<PaperId, readonly string[]>;
}

const noResult: QueryResult = { papers: new Uint32Array(), words: [], ownWords: new Map() };

/** Answers queries to the papers of a store that has an index. */
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
   * The papers that answer a query: the best first, or in the order that is asked for. To a query
   * that sets conditions alone, all that meet them, those of the latest digests first. Rejects when
   * papers can't be read.
   */
  async run(query: InterpretedQuery, { limit, sort, isWhole = false }: RunOptions): Promise<QueryResult> {
    const order = query.order ?? sort;
    const isSorted = order !== undefined && order !== 'relevance';
    if (query.reference) return this.referred(query.reference);
    if (query.words !== '') {
      const result = await this.forWords(query, isSorted ? Math.max(limit, MAX_SORTED) : limit);
      const papers = isSorted ? await this.sorted(result.papers, order) : result.papers;
      return { ...result, papers: papers.slice(0, limit) };
    }
    // What is asked can't be understood, which is said: all papers are no answer to it.
    if (!query.condition && query.problems.length > 0) return noResult;
    const papers = query.condition ? await this.search.allowed(query.condition) : this.digestOrder;
    const ownWords = this.ownWords?.wordsOfNotes(query.notes) ?? noResult.ownWords;
    const sorted = await this.sorted(papers, isSorted ? order : 'digest');
    return { papers: isWhole ? sorted : sorted.slice(0, limit), words: [], ownWords };
  }

  /** Numbers of all papers as they are in the digests, latest first. */
  get digestOrder(): Uint32Array {
    this.order ??= inDigestOrder(this.index, this.context.digests.values());
    return this.order;
  }

  /** Papers that have the words, and saved ones of which the reader wrote them. */
  private async forWords({ words, condition, notes }: InterpretedQuery, limit: number): Promise<QueryResult> {
    const found = await this.search.search(words, limit, condition);
    const own = new Map([...(this.ownWords?.search(words) ?? [])]);
    const others = [...own.keys()].map((id) => this.index.numberOf(id)).filter((paper) => paper >= 0);
    const added = others.filter((paper) => !found.papers.includes(paper));
    const allowed = new Set(added.length > 0 ? await this.search.allowed(condition, added) : []);
    const ahead = found.isExact ? FIRST_OF_CATALOGUE : 0;
    const papers = found.papers.toSpliced(ahead, 0, ...added.filter((paper) => allowed.has(paper)));
    const inNotes = this.ownWords?.wordsOfNotes(notes) ?? [];
    return { papers: Uint32Array.from(papers), words: found.words, ownWords: new Map([...inNotes, ...own]) };
  }

  /** The paper that a number or an address names; none if there is no such paper here. */
  private async referred(reference: PaperReference): Promise<QueryResult> {
    // Asked seldom: a popup opens without it.
    const { papersReferredTo } = await import('./referred-papers.ts');
    const papers = await papersReferredTo(reference, this.index, this.store);
    return { ...noResult, papers: Uint32Array.from(papers) };
  }

  /**
   * `papers` as they are in the digests; or those saved last, or the latest, first, and those alike
   * in that order.
   */
  private async sorted(papers: Uint32Array, order: Exclude<SortOrder, 'relevance'>): Promise<Uint32Array> {
    const wanted = new Uint8Array(this.index.size);
    for (const paper of papers) wanted[paper] = 1;
    const inOrder = this.digestOrder.filter((paper) => wanted[paper] === 1);
    if (order === 'digest') return inOrder;
    if (order === 'year') {
      // Asked seldom: a popup opens without it.
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
