import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { database, PaperlightDatabase } from '../../../lib/db/database.ts';

it('has the tables and keys of version 2', async () => {
  const db = new PaperlightDatabase('schema');
  await db.open();
  expect(db.verno).toBe(2);
  const tables = db.tables.map(({ name, schema }) => [
    name,
    schema.primKey.keyPath,
    schema.indexes.map(({ src }) => src),
  ]);
  expect(tables).toEqual([
    ['papers', 'id', ['*digestIds']],
    ['digests', 'id', []],
    ['readingList', 'paperId', ['position']],
    ['meta', 'key', []],
    ['journal', 'id', []],
    ['snapshots', 'id', []],
    ['searchIndex', 'key', []],
    ['unindexed', 'id', []],
  ]);
  await db.delete();
});

it('has its writes on disk before it confirms them', () => {
  expect(database.name).toBe('paperlight');
  expect((database as unknown as { _options: object })._options).toMatchObject({
    chromeTransactionDurability: 'strict',
  });
});
