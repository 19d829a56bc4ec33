import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { SearchState } from '../../lib/core/search/search-session.ts';
import type { OwnMatch } from '../paper/row-content.ts';
import { useCatalogue } from '../search/use-catalogue.ts';
import { searchSession, useSearch } from '../search/use-search.ts';

/** More papers than a reading list has. */
const MAX_FOUND = 5000;

/** What of the reading list answers a query. */
export interface QueueSearch {
  state: SearchState;
  /**
   * The entries that answer it, in their order; all while nothing is asked or nothing is known yet.
   */
  entries: ReadingListEntry[] | undefined;
  /** Words that answered, and what the reader wrote of a paper where that did. */
  words: readonly string[];
  ownMatchOf(entry: ReadingListEntry): OwnMatch | undefined;
}

/** Narrows the reading list to what answers `query`, in the language of the other search boxes. */
export function useQueueSearch(query: string, entries: ReadingListEntry[] | undefined, attempt: number): QueueSearch {
  const catalogue = useCatalogue(attempt);
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [session] = useState(() => searchSession({ limit: MAX_FOUND, whenEmpty: 'all', isListOnly: true }, query));
  const state = useSearch(session, loaded, entries);
  useEffect(() => void session.ask(query), [session, query]);
  const answer = query.trim() === '' ? undefined : state.answer;
  const found = useMemo(() => {
    if (!answer?.result || answer.query.trim() === '') return undefined;
    const { ids, result } = answer;
    const inCatalogue = Array.from({ length: ids.length }, (_, i) => ids.at(i) as PaperId);
    // Papers that are not in the catalogue any more are found by what the reader wrote of them.
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
