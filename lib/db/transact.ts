/** Transactions that free space when the disk is full. */
import { Dexie, type Table } from 'dexie';
import type { PaperlightDatabase } from './database.ts';
import { isFullDisk } from './failures.ts';

/**
 * Runs `work` in one transaction, or as part of the one that is open. If the disk is full, deletes
 * all snapshots but the latest and tries again: what the reader does now matters more than they do.
 */
export async function transact<T>(db: PaperlightDatabase, tables: Table[], work: () => Promise<T>): Promise<T> {
  const write = (): Promise<T> => db.transaction('rw', tables, work);
  if (Dexie.currentTransaction) return write();
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await write();
    } catch (error) {
      const isWorthwhile = isFullDisk(error) && (await makeRoom(db));
      if (!isFirst || !isWorthwhile) throw error;
    }
  }
}

/**
 * Deletes all snapshots but the latest; false if there are none. After a transaction that found the
 * disk full, Firefox refuses everything but deletions to the next one. This is that one, even if
 * there is nothing to delete, so that the retry has a chance.
 */
async function makeRoom(db: PaperlightDatabase): Promise<boolean> {
  try {
    return await db.transaction('rw', db.snapshots, async () => {
      const old = (await db.snapshots.orderBy('id').primaryKeys()).slice(0, -1);
      await db.snapshots.bulkDelete(old);
      return old.length > 0;
    });
  } catch {
    return false;
  }
}
