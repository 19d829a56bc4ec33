import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import type { Digest, Paper } from '../../../lib/core/model/paper.ts';
import { allDigests, allPapers, papersOf, paperWithDigests } from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { changeTags, setStatus, writeNote } from '../../../lib/db/entry-changes.ts';
import { undo, undoable } from '../../../lib/db/journal.ts';
import { quickRead } from '../../../lib/db/quick-read.ts';
import { onlyReadable } from '../../../lib/db/readable-rows.ts';
import { entryOf, readingList, savePaper } from '../../../lib/db/reading-list.ts';
import { backupContents } from '../../../lib/db/restoration.ts';
import { snapshots, takeSnapshot } from '../../../lib/db/snapshots.ts';
import { outgoing } from '../../../lib/db/sync.ts';
import { watchUnreadable } from '../../../lib/db/unreadable.ts';

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(16));
const [good, bad, other] = ids as [string, string, string];
const paper = (id: string): Paper => ({ id, title: `Title ${id}`, abstract: '', digestIds: ['d1'], codeLinks: [] });
const digest = (id: string): Digest => ({ id, name: id, date: null, source: 'file', paperIds: ids });

let db: PaperlightDatabase;

/** A database with three saved papers, of which one row is what `damage` makes of it. */
async function damaged(table: string, key: unknown, damage: object): Promise<void> {
  db = new PaperlightDatabase('paperlight');
  await db.papers.bulkPut(ids.map(paper));
  await db.digests.bulkPut([digest('d1'), digest('d2')]);
  await db.meta.put({ key: 'bundle', value: 'x' });
  await takeSnapshot('update', db, 1);
  for (const id of ids) await savePaper(id, db, 1000);
  if (table === 'readingList') {
    await setStatus(ids, 'reading', db, 1500);
    await changeTags(ids, { add: ['mine'] }, db, 1500);
    await writeNote(bad, { base: '', note: 'My note.' }, db, 1500);
  }
  await takeSnapshot('update', db, 2);
  // Without the schema, as what damages a row does.
  const raw = new Dexie('paperlight');
  await raw.open();
  const row = await raw.table(table).get(key as string);
  await raw.table(table).put({ ...row, ...damage });
  raw.close();
}

/** A first look as a popup takes it. */
const look = async (likely: string[] = []) => {
  const seen = await quickRead(likely);
  return seen && onlyReadable(seen);
};

const counted = (): number => {
  let count = 0;
  const abort = new AbortController();
  watchUnreadable((met) => {
    count = met;
  }, abort.signal);
  abort.abort();
  return count;
};

afterEach(async () => {
  // What was damaged is found whole, and not counted any more.
  await db.delete();
  db = new PaperlightDatabase('paperlight');
  await db.papers.bulkPut(ids.map(paper));
  await db.digests.bulkPut([digest('d1'), digest('d2')]);
  for (const id of ids) await savePaper(id, db, 1000);
  await takeSnapshot('update', db, 2);
  await Promise.all([allPapers(db), allDigests(db), readingList(db), undoable(db), snapshots(db)]);
  expect(counted()).toBe(0);
  await db.delete();
});

describe('A damaged entry of the reading list costs itself and nothing else', () => {
  it.each([
    { tags: null },
    { tags: [null] },
    { tags: 'gan' },
    { addedAt: 1e300 },
    { changedAt: Number.NaN },
    { deletedAt: 1e300 },
    { deletedAt: undefined },
    { note: undefined },
    { note: 7 },
    { status: 'lost' },
    { position: undefined },
    { position: 'first' },
    { position: Number.NaN },
    { stamps: undefined },
    { stamps: null },
    { stamps: {} },
  ])('%j', async (damage) => {
    await damaged('readingList', bad, damage);
    expect((await readingList(db)).map(({ paperId }) => paperId)).toEqual([other, good]);
    expect(counted()).toBe(1);
    expect(await entryOf(bad, db)).toBeUndefined();
    expect((await look())?.entries.map(({ paperId }) => paperId)).toEqual([other, good]);
    expect((await backupContents(db)).entries.length).toBe(2);
    expect((await outgoing(db)).entries.length).toBe(2);
    // It can be saved again, with what could be read of it.
    await savePaper(bad, db, 2000);
    expect((await readingList(db)).map(({ paperId }) => paperId)).toEqual([bad, other, good]);
    expect(counted()).toBe(0);
    const again = (await entryOf(bad, db)) as ReadingListEntry;
    expect(again.note).toBe('note' in damage ? '' : 'My note.');
    expect(again.tags).toEqual('tags' in damage ? [] : ['mine']);
    expect(again.status).toBe('status' in damage ? 'to-read' : 'reading');
  });
});

describe('A damaged paper costs itself and nothing else', () => {
  it.each([
    { title: undefined },
    { title: 7 },
    { abstract: null },
    { digestIds: null },
    { codeLinks: [null] },
    { known: null },
  ])('%j', async (damage) => {
    await damaged('papers', bad, damage);
    expect((await allPapers(db)).map(({ id }) => id)).toEqual([good, other]);
    expect(counted()).toBe(1);
    expect([...(await papersOf(ids, db)).keys()]).toEqual([good, other]);
    expect(await paperWithDigests(bad, db)).toBeUndefined();
    const seen = await look(ids);
    expect((await seen?.readPapers(ids))?.map((found) => found?.id)).toEqual([good, undefined, other]);
  });
});

describe('A damaged digest costs itself and nothing else', () => {
  it.each([{ name: null }, { paperIds: null }, { paperIds: [7] }, { date: 7 }])('%j', async (damage) => {
    await damaged('digests', 'd1', damage);
    expect((await allDigests(db)).map(({ id }) => id)).toEqual(['d2']);
    expect((await paperWithDigests(good, db))?.digests).toEqual([]);
    expect((await look())?.digests.map(({ id }) => id)).toEqual(['d2']);
    expect(counted()).toBe(1);
  });
});

describe('A damaged change in the journal costs itself and nothing else', () => {
  it.each([{ entries: null }, { entries: [null] }, { entries: [{ before: null, after: null }] }, { at: 1e300 }])(
    '%j',
    async (damage) => {
      await damaged('journal', 3, damage);
      expect((await undoable(db)).map(({ id }) => id)).toEqual([2, 1]);
      expect(counted()).toBe(1);
      expect((await undo(undefined, db, 3000))?.change.id).toBe(2);
    },
  );
});

describe('A damaged snapshot costs itself and nothing else', () => {
  it.each([{ entries: null }, { entries: [{}] }, { at: 1e300 }])('%j', async (damage) => {
    await damaged('snapshots', 1, damage);
    const left = await snapshots(db);
    expect(left.every(({ id }) => id !== 1)).toBe(true);
    expect(counted()).toBe(1);
  });
});
