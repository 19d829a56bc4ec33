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

/** The answer to a view of the library. */
export interface Library {
  /** Undefined while there is none. */
  index: SearchIndex | undefined;
  /** Ids of the papers in their order; undefined before the first answer. */
  papers: PaperIds | undefined;
  counts: FacetCounts | undefined;
  /** Whether they answer the query as it stands: answers to the one before stay until then. */
  isAnswered: boolean;
  search: SearchState;
  /** Words of papers that answered the query. */
  words: readonly string[];
  /** What the reader wrote of a paper, where that is why it was found. */
  ownMatchOf(paperId: PaperId): OwnMatch | undefined;
  /** The query asks for words, so that its answers have an order of their own. */
  isAsked: boolean;
}

/**
 * Papers that have the words of a query, best first. Further down nobody looks for the one that was
 * meant.
 */
const MAX_MATCHES = 400;

/** What a view shows of the catalogue and the reading list. */
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

/** Years and venues of the papers of an index; undefined until they are read. */
function useCredits(index: SearchIndex | undefined): CreditTable | undefined {
  const [read, setRead] = useState<{ of: SearchIndex; credits: CreditTable }>();
  useEffect(() => {
    // Where it can't be read, the search that reads the same file says so.
    if (index) void creditTable(index).then((credits) => setRead({ of: index, credits }), requestIndexRebuild);
  }, [index]);
  return read?.of === index ? read?.credits : undefined;
}

/** Numbers of papers mean nothing in another index. */
function isAnswerFrom(answer: SearchAnswer | undefined, index: SearchIndex | undefined): boolean {
  return answer?.engine?.index === index;
}
