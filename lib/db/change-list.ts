/** The transaction of every change of the reading list. */
import { Dexie, type Table } from 'dexie';
import type { PaperlightDatabase } from './database.ts';
import { takeSnapshot } from './snapshots.ts';
import { transact } from './transact.ts';

/** The day on which this context last took the daily snapshot, so that it asks once a day. */
const snapshotDay = new WeakMap<PaperlightDatabase, string>();

/**
 * Runs `work` in one transaction over the list, its journal and `more`. Before a day's first change
 * the list is kept as it was.
 */
export async function changeList<T>(
  db: PaperlightDatabase,
  now: number,
  work: () => Promise<T>,
  more: Table[] = [],
): Promise<T> {
  await takeDailySnapshot(db, now);
  return transact(db, [db.readingList, db.journal, db.meta, ...more], work);
}

/**
 * A change matters more than the snapshot before it: a snapshot that fails does not stop the
 * change.
 */
async function takeDailySnapshot(db: PaperlightDatabase, now: number): Promise<void> {
  const day = new Date(now).toDateString();
  if (Dexie.currentTransaction || snapshotDay.get(db) === day) return;
  try {
    await transact(db, [db.readingList, db.snapshots, db.meta], async () => {
      if ((await db.meta.get('day'))?.value === day) return;
      await takeSnapshot('daily', db, now);
      await db.meta.put({ key: 'day', value: day });
    });
    snapshotDay.set(db, day);
  } catch {
    // The next change tries again.
  }
}
