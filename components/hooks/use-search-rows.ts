import { useMemo } from 'preact/hooks';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { Digest, Paper, PaperId } from '../../lib/core/paper.ts';
import { type RowContent, rowContent } from '../paper/row-content.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';
import { MOST_HITS, useSearch } from './use-search.ts';

/** What stands below the search box. */
export interface SearchRows {
  rows: readonly RowContent[];
  /** Words that answered the query, for each paper. */
  words: ReadonlyMap<PaperId, readonly string[]>;
  /** The digest that is shown when nothing is asked. */
  latest: Digest | undefined;
  /** The index is still being built. */
  waiting: boolean;
}

const none: LoadedCatalogue = { papers: new Map(), digests: new Map() };

/** The papers that answer `query`; without a query, those of the latest digest. */
export function useSearchRows(catalogue: LoadedCatalogue = none, query: string): SearchRows {
  const { papers, digests } = catalogue;
  const hits = useSearch(papers, query);
  const isAsked = query.trim() !== '';
  return useMemo(() => {
    const latest = isAsked ? undefined : newestFirst(digests.values())[0];
    const answers = isAsked ? (hits ?? []) : papersOf(latest, papers).map((paper) => ({ paper, words: [] }));
    return {
      rows: answers.map(({ paper, words }) => rowContent(paper, words, digests)),
      words: new Map(answers.map(({ paper, words }) => [paper.id, words])),
      latest,
      waiting: isAsked && hits === undefined,
    };
  }, [papers, digests, hits, isAsked]);
}

/** The first papers of a digest: as many as a search would show. */
function papersOf(digest: Digest | undefined, papers: ReadonlyMap<PaperId, Paper>): Paper[] {
  const ids = digest?.paperIds.slice(0, MOST_HITS) ?? [];
  return ids.flatMap((id) => papers.get(id) ?? []);
}
