/** Questions and changes to the reading list. Every change resolves only when it is on disk. */
import type { PaperId, ReadingListEntry } from '../core/paper.ts';
import { database, type PaperlightDatabase } from './database.ts';

/** The entries that stand in the list, topmost first. */
export async function readingList(db: PaperlightDatabase = database): Promise<ReadingListEntry[]> {
  const entries = await db.readingList.orderBy('position').toArray();
  return entries.filter((entry) => entry.deletedAt === null);
}

/** The entry of a paper that stands in the list, or undefined. */
export async function entryOf(
  paperId: PaperId,
  db: PaperlightDatabase = database,
): Promise<ReadingListEntry | undefined> {
  const entry = await db.readingList.get(paperId);
  return entry?.deletedAt === null ? entry : undefined;
}

/**
 * Puts a paper on top of the reading list. A paper that was there before comes back with its status, tags and note;
 * one that is there stays as it is.
 */
export async function savePaper(paperId: PaperId, db: PaperlightDatabase = database, now = Date.now()): Promise<void> {
  await db.transaction('rw', db.readingList, async () => {
    const before = await db.readingList.get(paperId);
    if (before?.deletedAt === null) return;
    const top = await db.readingList.orderBy('position').first();
    const fresh = { paperId, status: 'to-read' as const, tags: [], note: '', addedAt: now };
    await db.readingList.put({
      ...fresh,
      ...before,
      position: (top?.position ?? 0) - 1,
      changedAt: now,
      deletedAt: null,
    });
  });
}

/** Takes a paper off the reading list, leaving a tombstone. Resolves with the entry as it was, for {@link restoreEntry}. */
export async function removePaper(
  paperId: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<ReadingListEntry | undefined> {
  return db.transaction('rw', db.readingList, async () => {
    const before = await db.readingList.get(paperId);
    if (!before || before.deletedAt !== null) return undefined;
    await db.readingList.put({ ...before, changedAt: now, deletedAt: now });
    return before;
  });
}

/** Undoes the removal of a paper without the entry as it was: its tombstone is that entry. */
export async function bringBackPaper(
  paperId: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  const entry = await db.readingList.get(paperId);
  if (entry) await restoreEntry(entry, db, now);
}

/** Undoes a removal: the entry stands again where it stood, with all that the reader made. One that came back since stays as it is. */
export async function restoreEntry(
  entry: ReadingListEntry,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.readingList, async () => {
    const current = await db.readingList.get(entry.paperId);
    if (current?.deletedAt === null) return;
    await db.readingList.put({ ...entry, changedAt: now, deletedAt: null });
  });
}
