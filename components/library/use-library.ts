import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { DigestMembership, FacetCounter, type FacetCounts } from '../../lib/core/search/facet-counts.ts';
import { idsOf, type PaperIds, type SearchAnswer, type SearchState } from '../../lib/core/search/search-session.ts';
import { type CreditTable, creditTable } from '../../lib/core/search-index/credit-table.ts';
import type { SearchIndex } from '../../lib/core/search-index/search-index.ts';
import type { LibraryView } from '../../lib/extension/browser/library-view.ts';
import type { OwnMatch } from '../paper/row-content.ts';
import type { LoadedCatalogue } from '../search/catalogue.ts';
import { requestIndexRebuild } from '../search/index-upkeep.ts';
import { searchSession, useSearch } from '../search/use-search.ts';

/** The results for a view of the library. */
export interface Library {
  /** Undefined until loaded. */
  index: SearchIndex | undefined;
  /** Ids of the papers in order; undefined before the first results. */
  papers: PaperIds | undefined;
  counts: FacetCounts | undefined;
  /**
   * Whether they are the results of the current query; those of the previous one stay until then.
   */
  isAnswered: boolean;
  search: SearchState;
  /** Words to highlight. */
  words: readonly string[];
  /** The reader's own words about a paper, if these matched. */
  ownMatchOf(paperId: PaperId): OwnMatch | undefined;
  /** Whether the query has words, so that results can be sorted by relevance. */
  isAsked: boolean;
}

/** The most results of a query with words, best first: nobody looks further down. */
const MAX_MATCHES = 400;

/** Searches and filters the catalogue for a view. */
export function useLibrary(
  catalogue: LoadedCatalogue | undefined,
  entries: readonly ReadingListEntry[] | undefined,
  { query, digest, saved, tag, year, venue, code, sort }: LibraryView,
): Library {
  const [session] = useState(() => searchSession({ limit: MAX_MATCHES, isWhole: true, whenEmpty: 'all' }, query));
  const search = useSearch(session, catalogue, entries);
  useEffect(() => void session.ask(query, sort), [session, query, sort]);
  const index = catalogue?.store.index;
  const answer = isAnswerFrom(search.answer, index) ? search.answer : undefined;
  const digests = useMemo(
    () => (index && catalogue ? new DigestMembership(index, catalogue.digests) : undefined),
    [index, catalogue],
  );
  const credits = useCredits(index);
  const byPaper = useMemo(() => new Map(entries?.map((entry) => [entry.paperId, entry])), [entries]);
  const results = useMemo(() => {
    if (!digests || !answer?.result || !index || !credits) return undefined;
    const counter = new FacetCounter(index, digests, byPaper, credits);
    return counter.narrow(answer.result.papers, { digest, saved, tag, year, venue, code });
  }, [digests, index, answer, byPaper, credits, digest, saved, tag, year, venue, code]);
  const papers = useMemo(() => results && index && idsOf(index, results.papers), [results, index]);
  return {
    index,
    papers,
    isAnswered: answer !== undefined && answer.query === query,
    counts: results?.counts,
    search,
    words: answer?.result?.words ?? [],
    ownMatchOf: (id) => {
      const words = answer?.result?.ownWords.get(id);
      return words && { note: byPaper.get(id)?.note ?? '', words };
    },
    isAsked: search.interpreted.words !== '',
  };
}

/** Years and venues of the papers of an index; undefined until loaded. */
function useCredits(index: SearchIndex | undefined): CreditTable | undefined {
  const [read, setRead] = useState<{ of: SearchIndex; credits: CreditTable }>();
  useEffect(() => {
    // The search reads the same file, and reports errors.
    if (index) void creditTable(index).then((credits) => setRead({ of: index, credits }), requestIndexRebuild);
  }, [index]);
  return read?.of === index ? read?.credits : undefined;
}

/** Paper numbers are valid in their own index only. */
function isAnswerFrom(answer: SearchAnswer | undefined, index: SearchIndex | undefined): boolean {
  return answer?.engine?.index === index;
}
