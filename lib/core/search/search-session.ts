/** One search box: asks the engine, keeps the latest answer, and notifies those who show it. */

import { newestFirst } from '../digests/digest-label.ts';
import type { ReadingListEntry } from '../model/entry.ts';
import type { Digest, ListedPaper, PaperId } from '../model/paper.ts';
import { type InterpretedQuery, interpretQuery } from '../query/interpret-query.ts';
import type { SortOrder } from '../query/parse-query.ts';
import { inReadingList } from '../query/query-conditions.ts';
import { type QueryContext, queryContext } from '../query/query-context.ts';
import { every } from '../query/query-filter.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import type { OwnWords } from './own-words.ts';
import type { PaperStore } from './paper-store.ts';
import { QueryEngine, type QueryResult } from './query-engine.ts';

/** What is searched. */
export interface SearchedCatalogue {
  digests: ReadonlyMap<string, Digest>;
  store: PaperStore;
}

/** Ids of many papers, computed on demand. */
export interface PaperIds {
  length: number;
  at(i: number): PaperId | undefined;
  indexOf(id: PaperId): number;
}

/** The answer to a query. */
export interface SearchAnswer {
  query: string;
  interpreted: InterpretedQuery;
  ids: PaperIds;
  /**
   * The papers of the first rows, and further ones as they are read; surfaces may read their own.
   */
  papers: ReadonlyMap<PaperId, ListedPaper>;
  /** The digest that is shown because nothing is asked. */
  latest: Digest | undefined;
  /** The engine that answered, and its result; undefined for the latest digest. */
  engine: QueryEngine | undefined;
  result: QueryResult | undefined;
}

/** The state of a search. */
export interface SearchState {
  query: string;
  interpreted: InterpretedQuery;
  /** The latest answer; that to an earlier query until this one is answered. */
  answer: SearchAnswer | undefined;
  /** The query waits for the search index to be built. */
  isPreparing: boolean;
}

/** Options of a search. */
export interface SessionOptions {
  /** The maximum number of papers in an answer. */
  limit: number;
  /** Returns all papers that meet a query of conditions alone, however many. */
  isWhole?: boolean | undefined;
  /**
   * How many papers are read with an answer, and in which steps more are when typing pauses. Absent
   * for surfaces that read their own.
   */
  rows?: { first: number; step: number };
  /** What an empty query shows. */
  whenEmpty: 'latest digest' | 'all';
  /** Searches the reading list only. */
  isListOnly?: boolean;
  /**
   * Loads the search over notes and tags: after the first answer, or for a query that asks for
   * notes.
   */
  loadOwnWords(): Promise<OwnWords>;
  /** The index can't be read, or refers to papers that don't exist. */
  onBrokenIndex(): void;
  /** Resolves when typing has paused, or when the browser has nothing else to do. */
  pause(): Promise<void>;
  idle(): Promise<void>;
}

/** One search, from keystroke to keystroke. */
export class SearchSession {
  private readonly options: SessionOptions;
  private readonly listeners = new Set<(state: SearchState) => void>();
  private catalogue: SearchedCatalogue | undefined;
  private entries: readonly ReadingListEntry[] = [];
  private context: QueryContext = queryContext([], []);
  private engine: QueryEngine | undefined;
  private ownWords: OwnWords | undefined;
  private sort: SortOrder | undefined;
  private current: SearchState;
  /** Numbers the queries: an older answer never replaces a newer one. */
  private asked = 0;

  constructor(options: SessionOptions, query = '') {
    this.options = options;
    const interpreted = interpretQuery(query, this.context);
    this.current = { query, interpreted, answer: undefined, isPreparing: false };
  }

  /** The search as it is now. */
  get state(): SearchState {
    return this.current;
  }

  /** Calls `listener` with each new state until the returned function is called. */
  subscribe(listener: (state: SearchState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends the search: no further answers come. */
  dispose(): void {
    this.asked++;
    this.listeners.clear();
  }

  /** Asks a query. Resolves when it is answered or superseded. */
  ask(query: string, sort?: SortOrder): Promise<void> {
    if (query === this.current.query && sort === this.sort && this.asked > 0) return Promise.resolve();
    this.sort = sort;
    return this.answer(query);
  }

  /**
   * Searches another catalogue or reading list, or a changed one. Resolves when the query is
   * answered again.
   */
  searchIn(catalogue: SearchedCatalogue | undefined, entries: readonly ReadingListEntry[] | undefined): Promise<void> {
    if (catalogue === this.catalogue && (entries ?? this.entries) === this.entries) return Promise.resolve();
    this.catalogue = catalogue;
    this.entries = entries ?? [];
    this.updateContext();
    if (this.ownWords) void this.updateOwnWords(this.ownWords);
    return this.answer(this.current.query);
  }

  private updateContext(): void {
    const { catalogue, entries, ownWords } = this;
    this.context = {
      ...queryContext(catalogue?.digests.values() ?? [], entries),
      notesWith: ownWords && ((text, isPhrase) => ownWords.notesWith(text, isPhrase)),
    };
    const store = catalogue?.store;
    this.engine = store?.index && new QueryEngine(store, store.index, this.context, ownWords);
  }

  private async answer(query: string): Promise<void> {
    const thisQuery = ++this.asked;
    const isCurrent = (): boolean => thisQuery === this.asked;
    const { catalogue, engine, options } = this;
    const interpreted = interpretQuery(query, this.context);
    const isEmpty = query.trim() === '';
    const needsIndex = !isEmpty || options.whenEmpty === 'all';
    this.setState({ query, interpreted, isPreparing: catalogue !== undefined && needsIndex && !engine });
    if (!catalogue || (needsIndex && !engine)) return;
    try {
      if (interpreted.notes.length > 0 && !this.context.notesWith) return await this.loadOwnWords();
      const answer =
        isEmpty && options.whenEmpty === 'latest digest'
          ? latestDigest(catalogue, query, interpreted, options.limit)
          : await this.run(query, interpreted);
      // A query that is answered again, because something was saved or noted, keeps its rows: the
      // reader may have scrolled to the last of them.
      const kept = this.current.answer?.query === query ? this.current.answer.papers.size : 0;
      const papers = await read(catalogue.store, answer.ids, Math.max(options.rows?.first ?? 0, kept));
      if (!isCurrent()) return;
      const shown = { ...answer, papers };
      this.setState({ answer: shown });
      void this.continueAfterAnswer(catalogue.store, shown, isCurrent);
    } catch {
      if (isCurrent()) options.onBrokenIndex();
    }
  }

  private async run(query: string, interpreted: InterpretedQuery): Promise<SearchAnswer> {
    const engine = this.engine as QueryEngine;
    const { condition } = interpreted;
    const inList = this.options.isListOnly ? [inReadingList(this.context)] : [];
    const asked = {
      ...interpreted,
      condition: inList.length > 0 ? every([...inList, ...(condition ? [condition] : [])]) : condition,
    };
    const result = await engine.run(asked, {
      limit: this.options.limit,
      isWhole: this.options.isWhole,
      sort: this.sort,
    });
    return {
      query,
      interpreted,
      ids: idsOf(engine.index, result.papers),
      papers: none,
      latest: undefined,
      engine,
      result,
    };
  }

  /** After an answer: reads rows out of sight, and makes notes and tags searchable. */
  private async continueAfterAnswer(store: PaperStore, answer: SearchAnswer, isCurrent: () => boolean): Promise<void> {
    const { rows, pause, idle } = this.options;
    await pause();
    for (let count = answer.papers.size; rows && count < answer.ids.length; ) {
      if (!isCurrent()) return;
      await idle();
      count += rows.step;
      const papers = await read(store, answer.ids, count);
      if (isCurrent()) this.setState({ answer: { ...answer, papers } });
    }
    await idle();
    if (isCurrent() && !this.ownWords && this.entries.length > 0) await this.loadOwnWords();
  }

  /**
   * Loads the search over what the reader wrote, and answers the query again, since it may have
   * more results now.
   */
  private async loadOwnWords(): Promise<void> {
    this.ownWords ??= await this.options.loadOwnWords();
    await this.updateOwnWords(this.ownWords);
  }

  private async updateOwnWords(ownWords: OwnWords): Promise<void> {
    const { catalogue, entries } = this;
    if (!catalogue) return;
    const papers = await catalogue.store.listed(entries.map(({ paperId }) => paperId));
    const hasChanged = await ownWords.update(entries, (id) => papers.get(id)?.title, this.options.idle);
    const isUnasked = this.context.notesWith === undefined;
    if (catalogue !== this.catalogue || entries !== this.entries || !(hasChanged || isUnasked)) return;
    this.updateContext();
    // The latest digest does not depend on what the reader wrote.
    if (this.current.query.trim() !== '') await this.answer(this.current.query);
  }

  private setState(change: Partial<SearchState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener(this.current);
  }
}

const none: ReadonlyMap<PaperId, ListedPaper> = new Map();

function latestDigest(
  { digests }: SearchedCatalogue,
  query: string,
  interpreted: InterpretedQuery,
  limit: number,
): SearchAnswer {
  const [latest] = newestFirst(digests.values());
  const ids = latest?.paperIds.slice(0, limit) ?? [];
  return { query, interpreted, ids, papers: none, latest, engine: undefined, result: undefined };
}

function read(store: PaperStore, ids: PaperIds, count: number): Promise<Map<PaperId, ListedPaper>> {
  return store.listed(Array.from({ length: Math.min(count, ids.length) }, (_, i) => ids.at(i) as PaperId));
}

/** The ids of papers with these numbers. */
export function idsOf(index: SearchIndex, papers: Uint32Array): PaperIds {
  return {
    length: papers.length,
    at: (i) => (i < papers.length ? index.idOf(papers[i] as number) : undefined),
    indexOf: (id) => papers.indexOf(index.numberOf(id)),
  };
}
