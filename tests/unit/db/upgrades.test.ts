import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nextStamp } from '../../../lib/core/model/stamp.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { failureOf } from '../../../lib/db/failures.ts';
import { readingList, removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { type Dump, readDump, writeDump } from '../../fixtures/databases/dump.ts';
import { onFullDisk } from '../../fixtures/full-disk.ts';
import { setNote } from '../../fixtures/set-note.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/databases');
const dumps = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file): Dump => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const first = dumps.find(({ version }) => version === 10) as Dump;

const NAME = 'upgrades';
/** The version that the extension makes, as Dexie counts. */
const newest = new PaperlightDatabase('none').verno;
afterEach(() => new PaperlightDatabase(NAME).delete());

/** The rows of a dump by store, brought to the newest version as the migrations promise it. */
const expectedRows = ({ version, stores }: Dump): Record<string, unknown[]> => {
  const rows = Object.fromEntries(stores.map(({ name, rows }) => [name, rows]));
  if (version > 20) return rows;
  if (version > 10) return toVersion3(rows);
  const stamped = rows.readingList?.map((entry) => {
    const stamp = nextStamp('', entry.changedAt as number, 'v1');
    return { ...entry, stamps: { presence: stamp, status: stamp, tags: stamp, note: stamp, position: stamp } };
  });
  return {
    ...{ ...rows, readingList: stamped ?? [], journal: [], snapshots: [], searchIndex: [], unindexed: [] },
    ...{ records: [], decisions: [] },
  };
};
/**
 * Names of version 2, of which nobody knows where they are from, are hearsay; the search index must
 * drop them.
 */
const toVersion3 = (rows: Record<string, Record<string, unknown>[]>): Record<string, unknown[]> => {
  const withNames = (rows.papers ?? []).filter(({ known }) => known !== undefined);
  expect(withNames.map(({ known }) => known)).toEqual([{ arxiv: '2406.01234' }]);
  const said = { kind: 'arxiv', id: '2406.01234', host: null, day: null, isProven: false };
  const papers = rows.papers?.map(({ known, ...paper }) => (known ? { ...paper, learned: [said] } : paper));
  const paperIds = withNames.map(({ id }) => id);
  const logged = paperIds.length > 0 ? [{ id: expect.any(Number), paperIds, keepsTitle: true }] : [];
  return {
    ...rows,
    papers: papers ?? [],
    unindexed: [...(rows.unindexed ?? []), ...logged],
    records: [],
    decisions: [],
  };
};
const rowsOf = (dump: Dump): Record<string, unknown[]> =>
  Object.fromEntries(dump.stores.map(({ name, rows }) => [name, rows]));

it('has a dump of every version of the database there was', () => {
  const versions = Array.from({ length: newest }, (_, i) => (i + 1) * 10);
  expect(dumps.map(({ version }) => version).sort()).toEqual(versions);
});

describe.each(dumps)('a database of version $version', (dump) => {
  it('is opened with every row of every table', async () => {
    await writeDump(dump, NAME);
    const db = new PaperlightDatabase(NAME);
    await db.open();
    db.close();
    expect(rowsOf(await readDump(NAME))).toEqual(expectedRows(dump));
  });

  it('can be used', async () => {
    await writeDump(dump, NAME);
    const db = new PaperlightDatabase(NAME);
    const [entry] = await readingList(db);
    await setNote(entry?.paperId as string, 'newer', db);
    await removePaper(entry?.paperId as string, db);
    await savePaper(entry?.paperId as string, db);
    expect((await readingList(db))[0]).toMatchObject({ paperId: entry?.paperId, note: 'newer' });
    db.close();
  });
});

describe('an upgrade that fails', () => {
  it('for lack of space, at any write, leaves the old version with every row; the next attempt succeeds', async () => {
    await writeDump(first, NAME);
    for (let nth = 1; ; nth++) {
      const db = new PaperlightDatabase(NAME);
      const { error } = await onFullDisk(() => db.open(), nth, 'at the write');
      db.close();
      if (!error) {
        expect(nth).toBeGreaterThan(4);
        break;
      }
      expect(await readDump(NAME)).toEqual(first);
    }
    expect(rowsOf(await readDump(NAME))).toEqual(expectedRows(first));
  });

  it('by a bug of its own leaves every row, for the old version and a corrected one', async () => {
    class Faulty extends PaperlightDatabase {
      constructor() {
        super(NAME);
        this.version(newest + 1)
          .stores({ more: 'id' })
          .upgrade(async (transaction) => {
            await transaction.table('readingList').clear();
            throw new Error('a fault');
          });
      }
    }
    const second = dumps.find(({ version }) => version === 20) as Dump;
    await writeDump(second, NAME);
    await expect(new Faulty().open()).rejects.toThrow('a fault');
    expect(await readDump(NAME)).toEqual(second);
    const db = new PaperlightDatabase(NAME);
    expect((await readingList(db)).length).toBeGreaterThan(0);
    db.close();
  });
});

describe('a database of a newer version', () => {
  const latest = dumps.find(({ version }) => version === newest * 10) as Dump;
  const newer: Dump = { ...latest, version: (newest + 1) * 10 };

  it('is neither read nor written, and the reader is told to update', async () => {
    await writeDump(newer, NAME);
    const db = new PaperlightDatabase(NAME);
    for (const step of [() => db.open(), () => readingList(db), () => savePaper('p1', db), () => readingList(db)]) {
      const error: unknown = await step().then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failureOf(error)).toBe('newer');
    }
    db.close();
    expect(await readDump(NAME)).toEqual(newer);
  });

  it('can be opened while an older page is open: the page closes its connection, and is told', async () => {
    const db = new PaperlightDatabase(NAME);
    await savePaper('p1', db);
    const open = indexedDB.open(NAME, (newest + 1) * 10);
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const error: unknown = await savePaper('p2', db).catch((error: unknown) => error);
    expect(failureOf(error)).toBe('newer');
    open.result.close();
    db.close();
  });
});
