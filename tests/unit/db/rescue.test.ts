import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { writeBackup } from '../../../lib/core/backup/backup.ts';
import { readBackup } from '../../../lib/core/backup/read-backup.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { readingList, removePaper } from '../../../lib/db/reading-list.ts';
import { rescue } from '../../../lib/db/rescue.ts';
import { restore, restoreLost } from '../../../lib/db/restoration.ts';
import { type Dump, readDump, writeDump } from '../../fixtures/databases/dump.ts';

const NOW = 1_800_000_000_000;
const dumpOf = (version: number): Dump =>
  JSON.parse(
    readFileSync(join(resolve(import.meta.dirname, '../../fixtures/databases'), `version-${version}.json`), 'utf8'),
  );
const listOf = ({ stores }: Dump): Record<string, unknown>[] =>
  stores.find(({ name }) => name === 'readingList')?.rows ?? [];

it.each([1, 2])(
  'reads a database of version %i without its schema, as a backup that can be restored',
  async (version) => {
    const dump = dumpOf(version);
    await writeDump(dump, 'rescue');
    const rescued = await rescue('rescue', NOW);
    expect(rescued).toMatchObject({ losses: 0, isNewer: false });
    expect(await readDump('rescue')).toEqual(dump);
    const db = new PaperlightDatabase('rescue-new');
    const backup = readBackup(writeBackup(rescued?.backup as never), NOW);
    await restore(backup, 'merge', db, NOW);
    const rows = await db.readingList.toArray();
    expect(rows).toMatchObject(listOf(dump).map(({ stamps: _, ...entry }) => entry));
    expect(rescued?.snapshots.length).toBe(version === 1 ? 0 : 1);
    await db.delete();
  },
);

it('leaves out invalid rows, and counts them', async () => {
  const dump = dumpOf(2);
  listOf(dump).push({ paperId: 'nonsense' }, { ...listOf(dump)[0], paperId: '00000000000000ff', note: 7 });
  await writeDump({ ...dump, version: 1000 }, 'rescue');
  const rescued = await rescue('rescue', NOW);
  expect(rescued).toMatchObject({ losses: 2, isNewer: true });
  expect(rescued?.backup.entries).toHaveLength(listOf(dump).length - 2);
});

it('does not create a database that does not exist', async () => {
  expect(await rescue('never', NOW)).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('never');
});

it('restores a list only if nobody has made one since', async () => {
  await writeDump(dumpOf(2), 'rescue');
  const backup = (await rescue('rescue', NOW))?.backup as NonNullable<Awaited<ReturnType<typeof rescue>>>['backup'];
  const db = new PaperlightDatabase('rescue-lost');
  await restoreLost(backup, db, NOW);
  const [entry] = await readingList(db);
  for (const { paperId } of await readingList(db)) await removePaper(paperId, db, NOW + 1);
  await restoreLost(backup, db, NOW + 2);
  expect(entry).toBeDefined();
  expect(await readingList(db)).toEqual([]);
  await db.delete();
});
