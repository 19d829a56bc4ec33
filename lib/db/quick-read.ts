/**
 * Reads the database without Dexie: what a popup shows first is read while its program is still
 * loading. It only reads; to watch or change anything, open the database with its schema
 * (database.ts).
 */
import type { ReadingListEntry } from '../core/model/entry.ts';
import type { Digest, Paper, PaperId } from '../core/model/paper.ts';
import type { MetaRecord, StoredIndex } from './database.ts';
import { readHead } from './index-head.ts';

/** The content of the database. */
export interface QuickRead {
  digests: Digest[];
  /** Their revision id (see digestsRevision). */
  digestsRevision: string | undefined;
  /** The entries of the reading list as stored, including removed ones: see onlyReadable. */
  entries: ReadingListEntry[];
  /**
   * The stored search index, its name, and its head (see readHead); undefined if there is none, or
   * papers have changed since.
   */
  index: { name: string; stored: StoredIndex; head: Promise<ArrayBuffer | undefined> } | undefined;
  /** Reads papers; undefined for those that are not there. */
  readPapers(ids: readonly PaperId[]): Promise<(Paper | undefined)[]>;
}

/**
 * Reads the database; undefined if it does not exist yet, is of another version, holds no papers
 * yet, or can't be read. Papers that are `likely` to be read are requested at once.
 */
export async function quickRead(likely: readonly PaperId[] = []): Promise<QuickRead | undefined> {
  try {
    const db = await open();
    // Another context is about to change its schema, and waits for us.
    db.onversionchange = () => db.close();
    return await read(db, likely);
  } catch {
    // The reason is found, and shown, when the database is opened with its schema.
    return undefined;
  }
}

async function read(db: IDBDatabase, likely: readonly PaperId[]): Promise<QuickRead | undefined> {
  const tables = db.transaction(['digests', 'readingList', 'meta', 'searchIndex', 'unindexed']);
  const ask = <T>(table: string, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answer(question(tables.objectStore(table)));
  // A large file takes longer to read than all the rest.
  const storing = ask<StoredIndex | undefined>('searchIndex', (indexes) => indexes.get('papers'));
  const head = storing.then((stored) => stored && readHead(stored)).catch(() => undefined);
  const early = getPapers(db, likely);
  const [meta, digests, entries, unindexed, stored] = await Promise.all([
    ask<MetaRecord[]>('meta', (all) => all.getAll()),
    ask<Digest[]>('digests', (all) => all.getAll()),
    ask<ReadingListEntry[]>('readingList', (entries) => entries.getAll()),
    ask('unindexed', (papers) => papers.getAllKeys(null, 1)),
    storing,
  ]);
  const known = new Map(meta.map(({ key, value }) => [key, value]));
  const name = known.get('index');
  if (!known.has('bundle')) return undefined;
  return {
    digests,
    digestsRevision: known.get('digests'),
    entries,
    index: name && stored && unindexed.length === 0 ? { name, stored, head } : undefined,
    readPapers: async (ids) => {
      const late = getPapers(
        db,
        ids.filter((id) => !early.has(id)),
      );
      return Promise.all(ids.map((id) => early.get(id) ?? late.get(id)));
    },
  };
}

/** Asks for papers; undefined for those that are not there. */
function getPapers(db: IDBDatabase, ids: readonly PaperId[]): Map<PaperId, Promise<Paper | undefined>> {
  if (ids.length === 0) return new Map();
  const papers = db.transaction('papers').objectStore('papers');
  const asked = new Map<PaperId, Promise<Paper | undefined>>();
  for (const id of ids) {
    const paper = answer<Paper | undefined>(papers.get(id));
    // Nobody may ever ask for one that can't be read.
    paper.catch(() => {});
    asked.set(id, paper);
  }
  return asked;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('paperlight');
  // It does not exist. Others create it.
  request.onupgradeneeded = () => request.transaction?.abort();
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}
