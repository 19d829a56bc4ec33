/** The transaction of every change of the reading list. */
import { Dexie, type Table } from 'dexie';
import type { PaperlightDatabase } from './database.ts';
import { takeSnapshot } from './snapshots.ts';
import { transact } from './transact.ts';

/**
 * The daily snapshot that this context took last, or is taking. Changes that come meanwhile wait
 * for the same one, so that they stay in order.
 */
const dailySnapshots = new WeakMap<PaperlightDatabase, { day: string; taken: Promise<void> }>();

/**
 * Runs `work` in one transaction over the list, its journal and `more`. The first change of a day
 * is preceded by a snapshot.
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

function takeDailySnapshot(db: PaperlightDatabase, now: number): Promise<void> | undefined {
  const day = new Date(now).toDateString();
  if (Dexie.currentTransaction) return undefined;
  const last = dailySnapshots.get(db);
  if (last?.day === day) return last.taken;
  // A change matters more than the snapshot before it: a failed one does not stop it, and the next
  // change tries again.
  const taken = takeSnapshotOf(day, db, now).catch(() => void dailySnapshots.delete(db));
  dailySnapshots.set(db, { day, taken });
  return taken;
}

async function takeSnapshotOf(day: string, db: PaperlightDatabase, now: number): Promise<void> {
  await transact(db, [db.readingList, db.snapshots, db.meta], async () => {
    if ((await db.meta.get('day'))?.value === day) return;
    await takeSnapshot('daily', db, now);
    await db.meta.put({ key: 'day', value: day });
  });
}
