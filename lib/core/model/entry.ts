/** Reading-list entries: how they are created, changed, and merged field by field. */

import { type EntryField, entryFields } from './entry-fields.ts';
import type { PaperId } from './paper.ts';
import { laterStamp, NEVER, type Stamp } from './stamp.ts';

export { type EntryField, entryFields };

/** What a reader can change of an entry. */
export type EntryChange = Partial<
  Pick<ReadingListEntry, 'status' | 'tags' | 'note' | 'position' | 'addedAt' | 'deletedAt'>
>;

/** An untouched entry, for a paper that was never on the list. */
export function blankEntry(paperId: PaperId): ReadingListEntry {
  return {
    paperId,
    status: 'to-read',
    tags: [],
    note: '',
    position: 0,
    addedAt: 0,
    changedAt: 0,
    deletedAt: 0,
    stamps: { presence: NEVER, status: NEVER, tags: NEVER, note: NEVER, position: NEVER },
  };
}

/**
 * The entry after a change at `now`, in milliseconds since the Unix epoch. Fields that are not in
 * `change` keep their value and stamp.
 */
export function changedEntry(
  entry: ReadingListEntry,
  change: EntryChange,
  stamp: Stamp,
  now: number,
): ReadingListEntry {
  const stamps = { ...entry.stamps };
  for (const name of Object.keys(change)) stamps[fieldOf(name)] = stamp;
  return { ...entry, ...change, changedAt: now, stamps };
}

/**
 * Merges two entries of one paper: of each field the later value wins. Order and repetition make no
 * difference.
 */
export function mergeEntries(a: ReadingListEntry, b: ReadingListEntry): ReadingListEntry {
  const merged = { ...a, stamps: { ...a.stamps }, changedAt: Math.max(a.changedAt, b.changedAt) };
  for (const field of entryFields) {
    if (b.stamps[field] <= a.stamps[field]) continue;
    Object.assign(merged, fieldValue(b, field));
    merged.stamps[field] = b.stamps[field];
  }
  return merged;
}

/** The value of a field. */
export function fieldValue(entry: ReadingListEntry, field: EntryField): EntryChange {
  const { addedAt, deletedAt, status, tags, note, position } = entry;
  return {
    presence: { addedAt, deletedAt },
    status: { status },
    tags: { tags },
    note: { note },
    position: { position },
  }[field];
}

/** The latest stamp of an entry. */
export function latestStamp({ stamps }: Pick<ReadingListEntry, 'stamps'>): Stamp {
  return entryFields.reduce((latest, field) => laterStamp(latest, stamps[field]), NEVER);
}

function fieldOf(name: string): EntryField {
  return name === 'addedAt' || name === 'deletedAt' ? 'presence' : (name as EntryField);
}

/** How far the reader has come with a paper. */
export type ReadingStatus = 'to-read' | 'reading' | 'read';

/**
 * One line of the reading list. Removing it sets {@link deletedAt}: a tombstone, so that it can
 * come back.
 */
export interface ReadingListEntry {
  paperId: PaperId;
  status: ReadingStatus;
  tags: string[];
  /** Markdown. */
  note: string;
  /** Manual order, any number; smaller is higher. New entries go on top. */
  position: number;
  /** Milliseconds since the Unix epoch. */
  addedAt: number;
  /** When any field was last changed on this machine. Milliseconds since the Unix epoch. */
  changedAt: number;
  /** Milliseconds since the Unix epoch, or null while the entry is on the list. */
  deletedAt: number | null;
  /** When each field was last changed, on any machine: fields merge independently. */
  stamps: Record<EntryField, Stamp>;
}
