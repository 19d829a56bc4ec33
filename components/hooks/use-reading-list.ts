import { useMemo } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { entryFields } from '../../lib/core/model/entry-fields.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { useWatched } from './use-watched.ts';

/** The reading list in the database. */
export interface ReadingList {
  /** Topmost first; undefined until loaded. */
  entries: ReadingListEntry[] | undefined;
  saved: ReadonlySet<PaperId>;
  error: unknown;
}

/** The reading list as it is on disk, kept up to date. `first` are preloaded entries. */
export function useReadingList(attempt: number, first?: ReadingListEntry[]): ReadingList {
  const { answer, error } = useWatched(({ readingList }) => readingList(), attempt);
  // Keeps the preloaded entries if they are the same, to avoid rendering again.
  const entries = answer && !(first && isSame(answer, first)) ? answer : first;
  const saved = useMemo(() => new Set(entries?.map((entry) => entry.paperId)), [entries]);
  return { entries, saved, error };
}

function isSame(a: ReadingListEntry[], b: ReadingListEntry[]): boolean {
  return a.length === b.length && a.every((entry, i) => isSameEntry(entry, b[i] as ReadingListEntry));
}

/** Every change of an entry changes a stamp. */
function isSameEntry(a: ReadingListEntry, b: ReadingListEntry): boolean {
  return a.paperId === b.paperId && entryFields.every((field) => a.stamps[field] === b.stamps[field]);
}
