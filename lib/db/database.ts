/** The extension's database: tables, keys and schema versions. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ReadingListEntry } from '../core/model/entry.ts';
import type { Digest, Paper, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import type { StoredRecord } from '../core/model/sourced-paper.ts';
import { toVersion2, toVersion3 } from './migrations.ts';
import { skipUnreadable } from './skip-unreadable.ts';

/**
 * A fact about the database itself: fingerprint of the bundled digests that were merged last,
 * revision id of the digests, name of the stored search index, latest stamp, name of this machine,
 * day of the latest change of the reading list, revision id of what was forgotten.
 */
export interface MetaRecord {
  key: 'bundle' | 'digests' | 'index' | 'clock' | 'node' | 'day' | 'forgotten';
  value: string;
}

/** A kind of change to the reading list; `undo` reverts another change. */
export type ChangeKind = 'save' | 'remove' | 'status' | 'tags' | 'note' | 'move' | 'restore' | 'undo';

/** A change of the reading list, kept so that it can be undone. */
export interface JournalRecord {
  id: number;
  /** Milliseconds since the Unix epoch. */
  at: number;
  kind: ChangeKind;
  /** What it reverted, if it is an undo. */
  of?: ChangeKind;
  /** The entries that it changed. `before` is null for a paper that was never in the list. */
  entries: { before: ReadingListEntry | null; after: ReadingListEntry }[];
  /**
   * What it added to a source of the catalogue, from pages or links. It is undone and repeated with
   * the change; `before` is what the source said of a paper until then.
   */
  came?: { source: 'pages' | 'links'; papers: { paperId: PaperId; record: RecordContent; before?: RecordContent }[] };
  /** Whether it was undone; 0 or 1, because a boolean can't be indexed. */
  undone: 0 | 1;
}

/** An earlier state of the reading list. */
export interface Snapshot {
  id: number;
  /** Milliseconds since the Unix epoch. */
  at: number;
  /** What was about to happen: a day's first change, a restoration, an update of the extension. */
  reason: 'daily' | 'restore' | 'update' | 'sync';
  /** Includes tombstones. */
  entries: ReadingListEntry[];
}

/** The stored search index. */
export interface StoredIndex {
  key: 'papers';
  /**
   * What `toPieces` made of it, as a file, since buffers are copied twice on their way out of the
   * database.
   */
  file: Blob;
  /**
   * How many of its bytes any search needs. An index without it is of an older version, and
   * useless.
   */
  head?: number;
}

/** The reader's decision about two papers that may be one. */
export interface Decision {
  /** From `pairKey`. */
  pair: string;
  is: 'same' | 'another';
}

/**
 * Papers that came, changed or went together. A row for each would take as long as writing the
 * papers.
 */
export interface LoggedChange {
  id: number;
  paperIds: PaperId[];
  /** Only what the search index holds besides the title has changed. */
  keepsTitle?: true;
}

/**
 * Paperlight's IndexedDB database. It lives in the extension's origin: content scripts can't open
 * it.
 */
export class PaperlightDatabase extends Dexie {
  papers!: EntityTable<Paper, 'id'>;
  digests!: EntityTable<Digest, 'id'>;
  readingList!: EntityTable<ReadingListEntry, 'paperId'>;
  meta!: EntityTable<MetaRecord, 'key'>;
  journal!: EntityTable<JournalRecord, 'id'>;
  snapshots!: EntityTable<Snapshot, 'id'>;
  searchIndex!: EntityTable<StoredIndex, 'key'>;
  /** What sources say of papers, where they differ. */
  records!: Table<StoredRecord, [sourceId: string, paperId: PaperId]>;
  decisions!: EntityTable<Decision, 'pair'>;
  /** The change log of the papers (change-log.ts). */
  unindexed!: EntityTable<LoggedChange, 'id'>;

  /**
   * The schema version of this extension. Dexie's own number becomes that of the existing database.
   */
  private readonly newest: number;

  constructor(name = 'paperlight') {
    // Chrome acknowledges a write before it is on disk unless it is asked not to: a confirmed save
    // must survive a crash.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      papers: 'id, *digestIds',
      digests: 'id',
      readingList: 'paperId, position',
      meta: 'key',
    });
    this.version(2)
      .stores({
        journal: '++id',
        snapshots: '++id',
        searchIndex: 'key',
        unindexed: '++id',
      })
      .upgrade(toVersion2);
    this.version(3)
      .stores({
        papers: 'id, *digestIds, *titleIds',
        records: '[sourceId+paperId], paperId',
        decisions: 'pair',
      })
      .upgrade(toVersion3);
    skipUnreadable(this);
    this.newest = this.verno;
    // Dexie would open the database of a newer version, and write to it with this version's schema.
    const refuse = (): void => {
      const { version } = this.backendDB();
      if (this.isNewer(version))
        throw Object.assign(new Error(`it has version ${version / 10}`), { name: 'VersionError' });
    };
    this.on('ready', refuse, true);
  }

  /**
   * Whether a database of this version, as IndexedDB counts, was made by a newer version of the
   * extension. IndexedDB counts in tens, and on from there where Dexie repairs.
   */
  isNewer(version: number): boolean {
    return version >= (this.newest + 1) * 10;
  }
}

/** The one database of this extension. */
export const database = new PaperlightDatabase();
