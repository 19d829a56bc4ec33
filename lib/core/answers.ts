/** What an understood query is answered with: in the popup, the side panel and the address bar. */
import { inDigestOrder } from './digest-places.ts';
import type { SortOrder } from './query.ts';
import type { QueryContext } from './query-context.ts';
import type { Understanding } from './query-understanding.ts';
import type { PaperSearch, SearchHit } from './search.ts';

/** Answers that are put into another order than that of relevance. Further down nobody looks for the one that was meant. */
const MOST_SORTED = 400;

/** Papers by an engine, and all of them as they stand in the digests. */
export class Answering {
  private readonly search: PaperSearch;
  private readonly context: QueryContext;
  private order: Uint32Array | undefined;

  constructor(search: PaperSearch, context: QueryContext) {
    this.search = search;
    this.context = context;
  }

  /**
   * At most `limit` answers: the best first, or in the order that is asked for; to a query that sets conditions alone, the papers that meet
   * them, those of the latest digests first. Rejects when papers can't be read.
   */
  async to({ words, where, order }: Understanding, limit: number): Promise<SearchHit[]> {
    const isSorted = isSorting(order);
    if (words !== '') {
      const hits = await this.search.search(words, isSorted ? MOST_SORTED : limit, where);
      return (isSorted ? this.sorted(hits, order) : hits).slice(0, limit);
    }
    if (!where && !order) return [];
    const { index } = this.search;
    const allowed = await this.search.allowed(where);
    const isAllowed = new Uint8Array(index.size);
    for (const paper of allowed) isAllowed[paper] = 1;
    const hits: SearchHit[] = [];
    for (const paper of this.inDigests()) {
      if (hits.length === limit && order !== 'saved') break;
      if (isAllowed[paper]) hits.push({ id: index.idOf(paper), words: [] });
    }
    return (order === 'saved' ? this.sorted(hits, order) : hits).slice(0, limit);
  }

  /**
   * What titles answer, at once, while not all of a large index is here: see {@link haveAll}. Empty where they don't, where all is here, and
   * where there are conditions or an order, which need more.
   */
  fromTitles({ words, where, order }: Understanding, limit: number): SearchHit[] {
    const isMore = where !== undefined || isSorting(order);
    return isMore || this.search.index.hasPapers ? [] : this.search.searchTitles(words, limit);
  }

  /** Has all here that an answer is made of. Rejects when it can't be read. */
  haveAll(): Promise<void> {
    return this.search.index.haveAll();
  }

  /** The hits in another order; among equals the better one first. */
  private sorted(hits: SearchHit[], order: 'digest' | 'saved'): SearchHit[] {
    if (order === 'saved') {
      const when = ({ id }: SearchHit): number => this.context.entries.get(id)?.addedAt ?? 0;
      return hits.toSorted((a, b) => when(b) - when(a));
    }
    const { index } = this.search;
    const places = new Uint32Array(index.size);
    for (const [place, paper] of this.inDigests().entries()) places[paper] = place;
    const place = ({ id }: SearchHit): number => places[index.numberOf(id)] as number;
    return hits.toSorted((a, b) => place(a) - place(b));
  }

  private inDigests(): Uint32Array {
    this.order ??= inDigestOrder(this.search.index, this.context.digests.values());
    return this.order;
  }
}

/** Whether it is another order than that of relevance. */
function isSorting(order: SortOrder | undefined): order is 'digest' | 'saved' {
  return order === 'digest' || order === 'saved';
}
