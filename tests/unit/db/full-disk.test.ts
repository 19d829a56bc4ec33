import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../../lib/core/model/paper.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import * as changes from '../../../lib/db/entry-changes.ts';
import { failureOf } from '../../../lib/db/failures.ts';
import { undo } from '../../../lib/db/journal.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';
import * as saving from '../../../lib/db/reading-list.ts';
import { fullnesses, onFullDisk } from '../../fixtures/full-disk.ts';
import { setNote } from '../../fixtures/set-note.ts';

const list = { ...saving, ...changes, setNote };

const paper = (id: string) => ({ id, title: id, abstract: '', digestIds: ['d2'], codeLinks: [] });
const bundle: Catalogue = {
  digests: [{ id: 'd2', name: 'd2', date: null, source: 'bundled', paperIds: ['p1', 'p9'] }],
  papers: [paper('p1'), paper('p9')],
};

/** Everything that writes, by a database and the time. */
const operations: Record<string, (db: PaperlightDatabase, now: number) => Promise<unknown>> = {
  savePaper: (db, now) => list.savePaper('p9', db, now),
  'savePaper, several': (db, now) => list.savePaper(['p8', 'p9', 'gone'], db, now),
  removePapers: (db, now) => list.removePapers(['p1', 'p2'], db, now),
  bringBackPaper: (db, now) => list.bringBackPaper('gone', db, now),
  setStatus: (db, now) => list.setStatus(['p1', 'p3'], 'read', db, now),
  changeTags: (db, now) => list.changeTags(['p1', 'p2'], { add: ['new'], remove: ['old'] }, db, now),
  setNote: (db, now) => list.setNote('p1', 'longer', db, now),
  movePapers: (db, now) => list.movePapers(['p1'], 'p3', db, now),
  undo: (db, now) => undo(undefined, db, now),
  mergeBundle: (db) => mergeBundle(bundle, 'two', db),
};

const NOW = 1_800_000_000_000;
let count = 0;

/** A database with a list, a tombstone, a catalogue and a journal. */
async function filled(): Promise<PaperlightDatabase> {
  const db = new PaperlightDatabase(`full-${count++}`);
  await db.meta.put({ key: 'node', value: 'here' });
  await db.papers.bulkPut(['p1', 'p2', 'p3'].map(paper));
  await list.savePaper(['p3', 'p2', 'p1', 'gone'], db, NOW - 5);
  await list.changeTags(['p1'], { add: ['old'] }, db, NOW - 4);
  await list.setNote('p2', 'mine', db, NOW - 3);
  await list.removePaper('gone', db, NOW - 2);
  return db;
}

/** Every row of every table. */
async function rowsOf(db: PaperlightDatabase): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

// Names of states are random, and two databases are compared.
vi.spyOn(crypto, 'randomUUID').mockReturnValue('0-0-0-0-0');

describe.each(Object.entries(operations))('a full disk in %s', (_, operation) => {
  it.each(fullnesses)('that shows %s leaves everything as it was, and the step can be repeated', async (fullness) => {
    const undisturbed = await filled();
    const { writes } = await onFullDisk(() => operation(undisturbed, NOW));
    expect(writes).toBeGreaterThan(1);
    const expected = await rowsOf(undisturbed);
    for (let nth = 1; nth <= writes; nth++) {
      const db = await filled();
      const before = await rowsOf(db);
      const { error } = await onFullDisk(() => operation(db, NOW), nth, fullness);
      expect(failureOf(error), `write ${nth}`).toBe('full-disk');
      expect(await rowsOf(db)).toEqual(before);
      await operation(db, NOW);
      expect(await rowsOf(db)).toEqual(expected);
      await db.delete();
    }
    await undisturbed.delete();
  });
});
