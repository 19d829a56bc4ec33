import { useEffect, useMemo } from 'preact/hooks';
import type { PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import { readingList } from '../../lib/db/reading-list.ts';
import { tellListChanged } from '../../lib/extension/messages.ts';
import { useWatched } from './use-watched.ts';

/** The reading list as it stands in the database. */
export interface ReadingList {
  /** Topmost first; undefined before the first answer. */
  entries: ReadingListEntry[] | undefined;
  saved: ReadonlySet<PaperId>;
  error: unknown;
}

/** The reading list, kept up to date: what it shows is what is on disk. */
export function useReadingList(attempt: number): ReadingList {
  const { answer: entries, error } = useWatched(() => readingList(), attempt);
  useEffect(() => {
    if (entries) tellListChanged();
  }, [entries]);
  const saved = useMemo(() => new Set(entries?.map((entry) => entry.paperId)), [entries]);
  return { entries, saved, error };
}
