/** The extension's database: tables, keys and schema versions. */
import { Dexie, type EntityTable } from 'dexie';
import type { Digest, Paper, ReadingListEntry } from '../core/paper.ts';

/** A remembered fact about the database itself. */
export interface MetaRecord {
  key: 'bundle';
  /** Fingerprint of the bundled digests that were merged last. */
  value: string;
}

/** Paperlight's IndexedDB database. It lives in the extension's origin: content scripts can't open it. */
export class PaperlightDatabase extends Dexie {
  papers!: EntityTable<Paper, 'id'>;
  digests!: EntityTable<Digest, 'id'>;
  readingList!: EntityTable<ReadingListEntry, 'paperId'>;
  meta!: EntityTable<MetaRecord, 'key'>;

  constructor(name = 'paperlight') {
    // Chrome acknowledges a write before it is on disk unless it is asked not to: a confirmed save must survive a crash.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      papers: 'id, *digestIds',
      digests: 'id',
      readingList: 'paperId, position',
      meta: 'key',
    });
  }
}

/** The one database of this extension. */
export const database = new PaperlightDatabase();
