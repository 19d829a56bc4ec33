import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { SearchState } from '../../lib/core/search/search-session.ts';
import type { OwnMatch } from '../paper/row-content.ts';
import { useCatalogue } from '../search/use-catalogue.ts';
import { searchSession, useSearch } from '../search/use-search.ts';

/** More than a reading list has. */
const MAX_RESULTS = 5000;

/** The part of the reading list that matches a query. */
export interface QueueSearch {
  state: SearchState;
  /** The matching entries in order; all without a query, or before the first results. */
  entries: ReadingListEntry[] | undefined;
  /** Words to highlight. */
  words: readonly string[];
  ownMatchOf(entry: ReadingListEntry): OwnMatch | undefined;
}

/** Filters the reading list by `query`, in the query language of all search boxes. */
export function useQueueSearch(query: string, entries: ReadingListEntry[] | undefined, attempt: number): QueueSearch {
  const catalogue = useCatalogue(attempt);
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [session] = useState(() => searchSession({ limit: MAX_RESULTS, whenEmpty: 'all', isListOnly: true }, query));
  const state = useSearch(session, loaded, entries);
  useEffect(() => void session.ask(query), [session, query]);
  const answer = query.trim() === '' ? undefined : state.answer;
  const found = useMemo(() => {
    if (!answer?.result || answer.query.trim() === '') return undefined;
    const { ids, result } = answer;
    const inCatalogue = Array.from({ length: ids.length }, (_, i) => ids.at(i) as PaperId);
    // Papers that are no longer in the catalogue are found by the reader's own words.
    return new Set([...inCatalogue, ...(answer.interpreted.condition ? [] : result.ownWords.keys())]);
  }, [answer]);
  const narrowed = useMemo(
    () => (found && entries ? entries.filter(({ paperId }) => found.has(paperId)) : entries),
    [found, entries],
  );
  return {
    state,
    entries: narrowed,
    words: answer?.result?.words ?? [],
    ownMatchOf: ({ paperId, note }) => {
      const words = answer?.result?.ownWords.get(paperId);
      return words && { note, words };
    },
  };
}
