/** The reading list as it was: the latest ten states of it, kept on this machine. */
import { Dexie } from 'dexie';
import type { ReadingListEntry } from '../core/paper.ts';
import { database, type PaperlightDatabase, type Snapshot } from './database.ts';
import { writeWholly } from './writing.ts';

/** Snapshots that are kept. */
const KEPT = 10;
/** Of those before a merge with another browser: a busy day of sync may not push out the other days. */
const KEPT_OF_SYNC = 5;

/** The days on which this context has seen to the snapshot of the day, so that it asks once a day. */
const seenTo = new WeakMap<PaperlightDatabase, string>();

/** Every snapshot, the latest first. */
export async function snapshots(db: PaperlightDatabase = database): Promise<Snapshot[]> {
  return db.snapshots.orderBy('id').reverse().toArray();
}

/**
 * Keeps the reading list as it is now. Does nothing where it is the same as in the latest snapshot, or where nobody has made a list.
 * Throws if it can't be written.
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
    await db.snapshots.bulkDelete(ofSync.slice(0, -KEPT_OF_SYNC));
    const all = await db.snapshots.orderBy('id').primaryKeys();
    await db.snapshots.bulkDelete(all.slice(0, -KEPT));
  });
}

/** Makes a change of the reading list in one transaction, and before a day's first change keeps the list as it was. */
export async function writeList<T>(db: PaperlightDatabase, now: number, work: () => Promise<T>): Promise<T> {
  await keepDay(db, now);
  return writeWholly(db, [db.readingList, db.journal, db.meta], work);
}

/** A change is more than the snapshot before it: what keeps the snapshot from being taken does not keep the change from being made. */
async function keepDay(db: PaperlightDatabase, now: number): Promise<void> {
  const day = new Date(now).toDateString();
  if (Dexie.currentTransaction || seenTo.get(db) === day) return;
  try {
    await writeWholly(db, [db.readingList, db.snapshots, db.meta], async () => {
      if ((await db.meta.get('day'))?.value === day) return;
      await takeSnapshot('daily', db, now);
      await db.meta.put({ key: 'day', value: day });
    });
    seenTo.set(db, day);
  } catch {
    // The next change tries again.
  }
}

/** Entries come out of the database in the order of their ids. */
function isSame(a: ReadingListEntry[], b: ReadingListEntry[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
