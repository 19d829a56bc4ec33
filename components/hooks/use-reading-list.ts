import { useMemo } from 'preact/hooks';
import type { PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import { useWatched } from './use-watched.ts';

/** The reading list as it stands in the database. */
export interface ReadingList {
  /** Topmost first; undefined before the first answer. */
  entries: ReadingListEntry[] | undefined;
  saved: ReadonlySet<PaperId>;
  error: unknown;
}

/** The reading list, kept up to date: what it shows is what is on disk. `first` is what was there at a first look. */
export function useReadingList(attempt: number, first?: ReadingListEntry[]): ReadingList {
  const { answer, error } = useWatched(({ readingList }) => readingList(), attempt);
  const entries = answer ?? first;
  const saved = useMemo(() => new Set(entries?.map((entry) => entry.paperId)), [entries]);
  return { entries, saved, error };
}
