import { useMemo } from 'preact/hooks';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { Digest, Paper, PaperId } from '../../lib/core/paper.ts';
import type { SearchHit } from '../../lib/core/search.ts';
import { type RowContent, rowContent } from '../paper/row-content.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';
import { useHeadFirst } from './use-head-first.ts';
import { MOST_HITS, useSearch } from './use-search.ts';

/** What stands below the search box. */
export interface SearchRows {
  rows: readonly RowContent[];
  /** How many rows there are, with those that are still to be drawn. */
  count: number;
  /** Words that answered the query, for each paper. */
  words: ReadonlyMap<PaperId, readonly string[]>;
  /** The digest that is shown when nothing is asked. */
  latest: Digest | undefined;
  /** The index is still being built. */
  waiting: boolean;
}

const none: LoadedCatalogue = { papers: new Map(), digests: new Map() };
const nothing: SearchHit[] = [];

/** The papers that answer `query`; without a query, those of the latest digest. */
export function useSearchRows(catalogue: LoadedCatalogue = none, query: string): SearchRows {
  const { papers, digests } = catalogue;
  const isAsked = query.trim() !== '';
  const found = useSearch(papers, query);
  const latest = useMemo(() => newestFirst(digests.values())[0], [digests]);
  const unasked = useMemo(() => papersOf(latest, papers), [latest, papers]);
  const answers = isAsked ? (found ?? nothing) : unasked;
  const shown = useHeadFirst(answers);
  const rows = useMemo(() => shown.map(({ paper, words }) => rowContent(paper, words, digests)), [shown, digests]);
  const words = useMemo(() => new Map(answers.map(({ paper, words }) => [paper.id, words])), [answers]);
  return { rows, count: answers.length, words, latest: isAsked ? undefined : latest, waiting: isAsked && !found };
}

/** The first papers of a digest: as many as a search would show. */
function papersOf(digest: Digest | undefined, papers: ReadonlyMap<PaperId, Paper>): SearchHit[] {
  const ids = digest?.paperIds.slice(0, MOST_HITS) ?? [];
  return ids.flatMap((id) => {
    const paper = papers.get(id);
    return paper ? { paper, words: [] } : [];
  });
}
