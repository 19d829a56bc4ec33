/**
 * Reads what can be read of a database that can't be opened normally: without its schema, store by
 * store, row by row.
 */
import { type Backup, catalogueForBackup } from '../core/backup/backup.ts';
import { readDigest, readEntry, readPaper } from '../core/backup/read-backup.ts';
import { DamageError, dateOf } from '../core/model/foreign-values.ts';
import { database, type Snapshot } from './database.ts';

/** A database that has not answered by then won't. */
const TIMEOUT_MS = 5000;

/** What could be read. */
export interface Rescued {
  backup: Omit<Backup, 'settings'>;
  /** The latest first. */
  snapshots: Pick<Snapshot, 'at' | 'entries'>[];
  /** Rows and stores that could not be read. */
  losses: number;
  /** Whether the database was made by a newer version of the extension. */
  isNewer: boolean;
}

/**
 * Reads the database of this name without changing it. Undefined if there is none; throws if none
 * of it can be read.
 */
export async function rescue(name = database.name, now = Date.now()): Promise<Rescued | undefined> {
  const db = await withTimeout(openAsItIs(name));
  if (!db) return undefined;
  try {
    let losses = 0;
    const read = async <T>(store: string, make: (row: unknown, place: string) => T): Promise<T[]> => {
      if (!db.objectStoreNames.contains(store)) return [];
      const { rows, isWhole } = await withTimeout(rowsOf(db, store));
      if (!isWhole) losses++;
      return rows.flatMap((row, i) => {
        try {
          return [make(row, `${store}[${i}]`)];
        } catch (error) {
          if (!(error instanceof DamageError)) throw error;
          losses++;
          return [];
        }
      });
    };
    const entries = await read('readingList', (row, place) => readEntry(row, place, now));
    const papers = await read('papers', readPaper);
    const digests = await read('digests', readDigest);
    const snapshots = await read('snapshots', (row) => readSnapshot(row, now));
    const backup = { at: now, entries, ...catalogueForBackup(entries, papers, digests) };
    return { backup, snapshots: snapshots.reverse(), losses, isNewer: database.isNewer(db.version) };
  } finally {
    db.close();
  }
}

function readSnapshot(row: unknown, now: number): Rescued['snapshots'][number] {
  const { at, entries } = row as Snapshot;
  if (!Array.isArray(entries)) throw new DamageError('snapshot', 'list');
  return { at: dateOf(at, 'snapshot.at'), entries: entries.map((entry, i) => readEntry(entry, `entries[${i}]`, now)) };
}

/** Opens the database in whatever version it is, without creating one. */
function openAsItIs(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    open.onupgradeneeded = () => {
      open.transaction?.abort();
      open.onerror = () => resolve(undefined);
    };
    open.onsuccess = () => {
      open.result.onversionchange = () => open.result.close();
      resolve(open.result);
    };
    open.onerror = () => reject(open.error);
  });
}

/**
 * The rows of a store: all at once, or, if that fails, one by one up to the first that can't be
 * read.
 */
async function rowsOf(db: IDBDatabase, name: string): Promise<{ rows: unknown[]; isWhole: boolean }> {
  try {
    const all = await answerOf(db.transaction(name).objectStore(name).getAll());
    return { rows: all, isWhole: true };
  } catch {
    const rows: unknown[] = [];
    return new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve({ rows, isWhole: true });
        rows.push(cursor.value);
        cursor.continue();
      };
      request.onerror = () => resolve({ rows, isWhole: false });
    });
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database does not answer')), TIMEOUT_MS);
  });
  return Promise.race([work, timeout]);
}

/**
 * The database was not deleted: the browser refuses, or another page of the extension has it open.
 */
export class NotDeletedError extends Error {
  readonly why: 'refused' | 'open-elsewhere';

  constructor(why: NotDeletedError['why']) {
    super(`The database is not deleted: ${why}.`);
    this.why = why;
  }
}

/** Deletes the database, so that a new one can be made. Throws {@link NotDeletedError}. */
export async function deleteDatabase(name = database.name): Promise<void> {
  database.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new NotDeletedError('refused'));
    request.onblocked = () => reject(new NotDeletedError('open-elsewhere'));
  });
}
