import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../lib/core/paper.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import {
  bringBackPaper,
  entryOf,
  readingList,
  removePaper,
  restoreEntry,
  savePaper,
} from '../../../lib/db/reading-list.ts';

let db: PaperlightDatabase;
let count = 0;
beforeEach(() => {
  db = new PaperlightDatabase(`reading-list-${count++}`);
});
afterEach(() => db.delete());

const list = async (): Promise<string[]> => (await readingList(db)).map(({ paperId }) => paperId);
const entry = (paperId: string): Promise<ReadingListEntry | undefined> => db.readingList.get(paperId);

/** What a reader makes of an entry. */
const made = { status: 'reading' as const, tags: ['vision', 'later'], note: 'See **section 3**.' };

describe('savePaper', () => {
  it('makes an entry', async () => {
    await savePaper('p1', db, 100);
    expect(await readingList(db)).toEqual([
      {
        paperId: 'p1',
        status: 'to-read',
        tags: [],
        note: '',
        position: -1,
        addedAt: 100,
        changedAt: 100,
        deletedAt: null,
      },
    ]);
  });

  it('puts each paper on top of those before', async () => {
    for (const [i, id] of ['p1', 'p2', 'p3'].entries()) await savePaper(id, db, i);
    expect(await list()).toEqual(['p3', 'p2', 'p1']);
  });

  it('puts papers that are saved at once in some order, none at another’s place', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
    await Promise.all(ids.map((id) => savePaper(id, db, 1)));
    const entries = await readingList(db);
    expect(entries.map(({ paperId }) => paperId).sort()).toEqual([...ids].sort());
    expect(new Set(entries.map(({ position }) => position)).size).toBe(20);
  });

  it('leaves an entry that is there as it is', async () => {
    await savePaper('p1', db, 100);
    await db.readingList.update('p1', made);
    await savePaper('p2', db, 150);
    const before = await readingList(db);
    await savePaper('p1', db, 200);
    expect(await readingList(db)).toEqual(before);
  });

  it('brings a removed entry back on top with its status, tags and note', async () => {
    await savePaper('p1', db, 100);
    await db.readingList.update('p1', made);
    await savePaper('p2', db, 150);
    await removePaper('p1', db, 200);
    await savePaper('p1', db, 300);
    expect(await list()).toEqual(['p1', 'p2']);
    expect(await entry('p1')).toMatchObject({ ...made, addedAt: 100, changedAt: 300, deletedAt: null });
  });

  it('is undisturbed by a second click', async () => {
    await Promise.all([savePaper('p1', db, 1), savePaper('p1', db, 2)]);
    expect(await list()).toEqual(['p1']);
  });
});

describe('removePaper', () => {
  it('leaves a tombstone that has all that the reader made', async () => {
    await savePaper('p1', db, 100);
    await db.readingList.update('p1', made);
    const before = await entry('p1');
    expect(await removePaper('p1', db, 200)).toEqual(before);
    expect(await list()).toEqual([]);
    expect(await entry('p1')).toEqual({ ...before, changedAt: 200, deletedAt: 200 });
  });

  it('does nothing to a paper that is not in the list', async () => {
    expect(await removePaper('p1', db, 200)).toBeUndefined();
    await savePaper('p1', db, 100);
    await removePaper('p1', db, 200);
    const tombstone = await entry('p1');
    expect(await removePaper('p1', db, 300)).toBeUndefined();
    expect(await entry('p1')).toEqual(tombstone);
  });
});

describe('restoreEntry', () => {
  it('puts an entry back where it stood', async () => {
    for (const [i, id] of ['p1', 'p2', 'p3'].entries()) await savePaper(id, db, i);
    await db.readingList.update('p2', made);
    const before = await entry('p2');
    const removed = (await removePaper('p2', db, 200)) as ReadingListEntry;
    expect(await list()).toEqual(['p3', 'p1']);
    await restoreEntry(removed, db, 300);
    expect(await list()).toEqual(['p3', 'p2', 'p1']);
    expect(await entry('p2')).toEqual({ ...before, changedAt: 300 });
  });

  it('does not undo what was made of the entry since it came back another way', async () => {
    await savePaper('p1', db, 100);
    const removed = (await removePaper('p1', db, 200)) as ReadingListEntry;
    await savePaper('p1', db, 300);
    await db.readingList.update('p1', { note: 'written since' });
    const now = await entry('p1');
    await restoreEntry(removed, db, 400);
    expect(await entry('p1')).toEqual(now);
  });
});

describe('bringBackPaper', () => {
  it('puts a removed entry back where it stood, from its tombstone', async () => {
    for (const paperId of ['p1', 'p2', 'p3']) await savePaper(paperId, db, 100);
    await db.readingList.update('p2', made);
    await removePaper('p2', db, 200);
    await bringBackPaper('p2', db, 300);
    expect(await list()).toEqual(['p3', 'p2', 'p1']);
    expect(await entry('p2')).toMatchObject({ ...made, addedAt: 100, changedAt: 300 });
  });

  it('does nothing to a paper that stands in the list or never did', async () => {
    await savePaper('p1', db, 100);
    await bringBackPaper('p1', db, 200);
    await bringBackPaper('p2', db, 200);
    expect(await list()).toEqual(['p1']);
    expect(await entry('p1')).toMatchObject({ changedAt: 100 });
  });
});

describe('entryOf', () => {
  it('finds what stands in the list, not tombstones', async () => {
    await savePaper('p1', db, 100);
    expect(await entryOf('p1', db)).toMatchObject({ paperId: 'p1', status: 'to-read' });
    await removePaper('p1', db, 200);
    expect(await entryOf('p1', db)).toBeUndefined();
  });
});
