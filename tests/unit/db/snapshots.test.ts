import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { readingList, removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { snapshots, takeSnapshot } from '../../../lib/db/snapshots.ts';
import { fullnesses, onFullDisk } from '../../fixtures/full-disk.ts';

const DAY = 86_400_000;
const NOW = new Date(2026, 2, 4, 12).getTime();

let db: PaperlightDatabase;
let count = 0;
beforeEach(() => {
  db = new PaperlightDatabase(`snapshots-${count++}`);
});
afterEach(() => db.delete());

const idsIn = async (): Promise<string[][]> =>
  (await snapshots(db)).map(({ entries }) => entries.filter((entry) => entry.deletedAt === null).map((e) => e.paperId));

describe('a snapshot', () => {
  it('is taken before a day’s first change, also by another part of the extension, and only then', async () => {
    await savePaper('p1', db, NOW);
    await savePaper('p2', db, NOW + 1);
    expect(await snapshots(db)).toEqual([]);
    const before = await db.readingList.toArray();
    const other = new PaperlightDatabase(db.name);
    await removePaper('p1', other, NOW + DAY);
    await savePaper('p3', db, NOW + DAY + 1);
    expect(await snapshots(db)).toEqual([{ id: 1, at: NOW + DAY, reason: 'daily', entries: before }]);
    other.close();
  });

  it('is not taken if the list equals the latest snapshot, or never existed', async () => {
    await takeSnapshot('update', db, NOW);
    expect(await snapshots(db)).toEqual([]);
    await savePaper('p1', db, NOW);
    await takeSnapshot('update', db, NOW);
    await takeSnapshot('update', db, NOW + 1);
    expect(await idsIn()).toEqual([['p1']]);
  });

  it('includes tombstones', async () => {
    await savePaper('p1', db, NOW);
    await removePaper('p1', db, NOW);
    await takeSnapshot('update', db, NOW);
    expect((await snapshots(db))[0]?.entries).toEqual(await db.readingList.toArray());
  });

  it('is one of the ten latest', async () => {
    for (let day = 0; day < 15; day++) await savePaper(`p${day}`, db, NOW + day * DAY);
    expect((await snapshots(db)).map(({ entries }) => entries.length)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
  });

  it.each(fullnesses)('that a full disk refuses %s does not keep the change from being made', async (fullness) => {
    for (const nth of [1, 2]) {
      await savePaper('p1', db, NOW);
      const { error } = await onFullDisk(() => savePaper('p2', db, NOW + DAY), nth, fullness);
      expect(error).toBeUndefined();
      expect((await readingList(db)).map(({ paperId }) => paperId)).toEqual(['p2', 'p1']);
      expect(await snapshots(db)).toEqual([]);
      await db.delete();
      await db.open();
    }
  });

  it('is deleted, except the latest, when a change finds the disk full', async () => {
    for (let day = 0; day < 5; day++) await savePaper(`p${day}`, db, NOW + day * DAY);
    const { error } = await onFullDisk(() => savePaper('p9', db, NOW + 4 * DAY + 1), 2);
    expect(error).toBeUndefined();
    expect((await readingList(db))[0]?.paperId).toBe('p9');
    expect(await idsIn()).toEqual([['p0', 'p1', 'p2', 'p3']]);
  });
});
