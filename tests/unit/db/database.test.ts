import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { database, PaperlightDatabase } from '../../../lib/db/database.ts';

it('has the tables and keys of version 3', async () => {
  const db = new PaperlightDatabase('schema');
  await db.open();
  expect(db.verno).toBe(3);
  const tables = db.tables.map(({ name, schema }) => [
    name,
    schema.primKey.keyPath,
    schema.indexes.map(({ src }) => src),
  ]);
  expect(tables).toEqual([
    ['papers', 'id', ['*digestIds', '*titleIds']],
    ['digests', 'id', []],
    ['readingList', 'paperId', ['position']],
    ['meta', 'key', []],
    ['journal', 'id', []],
    ['snapshots', 'id', []],
    ['searchIndex', 'key', []],
    ['unindexed', 'id', []],
    ['records', ['sourceId', 'paperId'], ['paperId']],
    ['decisions', 'pair', []],
  ]);
  await db.delete();
});

it('has its writes on disk before it confirms them', () => {
  expect(database.name).toBe('paperlight');
  expect((database as unknown as { _options: object })._options).toMatchObject({
    chromeTransactionDurability: 'strict',
  });
});
