/** The latest ten states of the reading list, kept on this machine. */
import type { ReadingListEntry } from '../core/model/entry.ts';
import { database, type PaperlightDatabase, type Snapshot } from './database.ts';

/** Snapshots that are kept. */
const MAX_SNAPSHOTS = 10;
/**
 * Of these, those before a merge with another browser: a busy day of sync must not evict the other
 * days.
 */
const MAX_SYNC_SNAPSHOTS = 5;

/** Every snapshot, the latest first. */
export async function snapshots(db: PaperlightDatabase = database): Promise<Snapshot[]> {
  return db.snapshots.orderBy('id').reverse().toArray();
}

/**
 * Stores the reading list as it is now. Does nothing if it is the same as in the latest snapshot,
 * or if nobody has made a list. Throws if it can't be written.
 */
export async function takeSnapshot(
  reason: Snapshot['reason'],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.readingList, db.snapshots, async () => {
    const entries = await db.readingList.toArray();
    const latest = await db.snapshots.orderBy('id').last();
    if (isSame(entries, latest?.entries ?? [])) return;
    await db.snapshots.add({ at: now, reason, entries } as Snapshot);
    const ofSync = await db.snapshots.filter((snapshot) => snapshot.reason === 'sync').primaryKeys();
    await db.snapshots.bulkDelete(ofSync.slice(0, -MAX_SYNC_SNAPSHOTS));
    const all = await db.snapshots.orderBy('id').primaryKeys();
    await db.snapshots.bulkDelete(all.slice(0, -MAX_SNAPSHOTS));
  });
}

/** Entries come out of the database in the order of their ids. */
function isSame(a: ReadingListEntry[], b: ReadingListEntry[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
