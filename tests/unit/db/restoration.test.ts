import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backup } from '../../../lib/core/backup.ts';
import { nextStamp } from '../../../lib/core/clock.ts';
import type { Paper, ReadingListEntry } from '../../../lib/core/paper.ts';
import { digestsState } from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { readingList } from '../../../lib/db/entries.ts';
import { movePapers, setStatus } from '../../../lib/db/entry-changes.ts';
import { undo } from '../../../lib/db/journal.ts';
import { removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { backupContents, previewRestoration, restore } from '../../../lib/db/restoration.ts';
import { snapshots } from '../../../lib/db/snapshots.ts';
import { setNote } from '../../fixtures/set-note.ts';
import { fullnesses, onFullDisk } from './full-disk.ts';

const NOW = 1_800_000_000_000;
let db: PaperlightDatabase;
let other: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`restoration-${count}`);
  other = new PaperlightDatabase(`restoration-other-${count++}`);
  await db.meta.put({ key: 'node', value: 'here' });
  await other.meta.put({ key: 'node', value: 'there' });
});
afterEach(() => Promise.all([db.delete(), other.delete()]));

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title: `Title ${id}`,
  abstract: '',
  digestIds: [],
  codeLinks: [],
  ...more,
});
const list = async (of = db): Promise<string[]> => (await readingList(of)).map(({ paperId }) => paperId);
const values = ({ paperId, status, tags, note, position, deletedAt }: ReadingListEntry) => ({
  paperId,
  note,
  status,
  tags,
  position,
  isThere: deletedAt === null,
});
const standing = async (of = db) => (await readingList(of)).map(values);
const effects = async (backup: Backup, mode: 'merge' | 'exact') =>
  (await previewRestoration(backup, db, NOW)).steps[mode].map(({ after, effect, fields, isConflict }) => [
    after.paperId,
    effect,
    fields.join(),
    isConflict,
  ]);

describe('restoring a backup into an empty database', () => {
  it.each(['merge', 'exact'] as const)('brings all of it back: %s', async (mode) => {
    await db.papers.bulkPut([paper('p1'), paper('p2', { known: { arxiv: '1234.5678' } })]);
    await db.digests.put({ id: 'd', name: 'D', date: null, source: 'file', paperIds: ['p1'] });
    await savePaper(['p1', 'p2', 'p3'], db, NOW);
    await setNote('p2', 'mine', db, NOW + 1);
    await removePaper('p3', db, NOW + 2);
    const backup = await backupContents(db, NOW + 3);
    const outcome = await restore(backup, mode, other, NOW + 4);
    expect(outcome.changed).toBe(2);
    expect(await standing(other)).toEqual(await standing());
    expect((await other.readingList.get('p3'))?.deletedAt).toBe(NOW + 2);
    expect(await other.papers.toArray()).toEqual(await db.papers.toArray());
    expect(await other.digests.toArray()).toEqual(await db.digests.toArray());
    expect(await digestsState(other)).toEqual(expect.any(String));
    expect((await other.unindexed.toArray()).map(({ paperId }) => paperId)).toEqual(['p1', 'p2']);
    // The clock goes on from what it has seen.
    expect((await other.meta.get('clock'))?.value).toMatch(/-there$/);
    expect(String((await other.meta.get('clock'))?.value) > String((await db.meta.get('clock'))?.value)).toBe(true);
  });
});

describe('restoring by fields', () => {
  /** Two machines that had the same list, and went on for themselves. */
  const apart = async (): Promise<Backup> => {
    await savePaper(['p1', 'p2', 'p3'], db, NOW);
    await restore(await backupContents(db, NOW), 'merge', other, NOW);
    await setNote('p1', 'there', other, NOW + 10);
    await setStatus(['p2'], 'reading', other, NOW + 10);
    await savePaper('p4', other, NOW + 10);
    await removePaper('p3', other, NOW + 10);
    await setStatus(['p1'], 'read', db, NOW + 20);
    await setStatus(['p2'], 'read', db, NOW + 20);
    return backupContents(other, NOW + 30);
  };

  it('takes of each field what was changed later, says so before, and what is disputed', async () => {
    const backup = await apart();
    expect(await effects(backup, 'merge')).toEqual([
      ['p1', 'updated', 'note', true],
      ['p3', 'removed', 'presence', false],
      ['p4', 'added', 'presence,position', false],
    ]);
    await restore(backup, 'merge', db, NOW + 40);
    expect(await list()).toEqual(['p4', 'p1', 'p2']);
    expect(await db.readingList.get('p1')).toMatchObject({ status: 'read', note: 'there' });
    expect(await db.readingList.get('p2')).toMatchObject({ status: 'read' });
  });

  it('does nothing the second time, nor with a backup of this very list', async () => {
    const backup = await apart();
    await restore(backup, 'merge', db, NOW + 40);
    const rows = await db.readingList.toArray();
    expect(await restore(backup, 'merge', db, NOW + 50)).toEqual({ changed: 0, change: undefined });
    expect(await restore(await backupContents(db), 'merge', db, NOW + 60)).toMatchObject({ changed: 0 });
    expect(await restore(await backupContents(db), 'exact', db, NOW + 60)).toMatchObject({ changed: 0 });
    expect(await db.readingList.toArray()).toEqual(rows);
  });

  it('keeps the list as it was in a snapshot, and can be undone', async () => {
    const backup = await apart();
    const [rows, before] = [await db.readingList.toArray(), await standing()];
    const { change } = await restore(backup, 'merge', db, NOW + 40);
    expect((await snapshots(db))[0]).toMatchObject({ reason: 'restore', entries: rows });
    await undo(change, db, NOW + 50);
    expect(await standing()).toEqual(before);
  });
});

describe('restoring exactly', () => {
  it('makes the list what it was, also where it was changed later, and can be undone', async () => {
    await savePaper(['p1', 'p2', 'p3'], db, NOW);
    await setNote('p1', 'early', db, NOW);
    const [backup, early] = [await backupContents(db, NOW), await standing()];
    await setNote('p1', 'late', db, NOW + 100_000);
    await removePaper('p2', db, NOW + 100_001);
    await movePapers(['p3'], 'p1', db, NOW + 100_002);
    await savePaper('p9', db, NOW + 100_003);
    const late = await standing();
    expect(await effects(backup, 'merge')).toEqual([]);
    expect(await effects(backup, 'exact')).toEqual([
      ['p1', 'updated', 'note', false],
      ['p2', 'added', 'presence', false],
      ['p3', 'moved', 'position', false],
      ['p9', 'removed', 'presence', false],
    ]);
    const { change } = await restore(backup, 'exact', db, NOW + 200_000);
    expect(await standing()).toEqual(early);
    await undo(change, db, NOW + 300_000);
    expect(await standing()).toEqual(late);
  });

  it('wins over other machines from then on', async () => {
    await savePaper('p1', db, NOW);
    const backup = await backupContents(db, NOW);
    await removePaper('p1', db, NOW + 1);
    const removed = await backupContents(db, NOW + 1);
    await restore(backup, 'exact', db, NOW + 2);
    await restore(removed, 'merge', db, NOW + 3);
    expect(await list()).toEqual(['p1']);
  });
});

describe('a restoration', () => {
  it('gives papers that are there what they lack, and takes nothing from them', async () => {
    await db.papers.bulkPut([
      paper('p1', { abstract: 'here', digestIds: ['d1'], codeLinks: ['https://a.org/'], known: { doi: '10.1/here' } }),
      paper('p2'),
    ]);
    const papers = [
      paper('p1', {
        abstract: 'there',
        digestIds: ['d2'],
        codeLinks: ['https://b.org/'],
        known: { doi: '10.1/there', arxiv: '1.2' },
      }),
    ];
    const known = [
      { id: 'p2', known: { arxiv: '2.3' } },
      { id: 'p9', known: { arxiv: '9.9' } },
    ];
    await restore({ at: NOW, entries: [], digests: [], papers, known }, 'merge', db, NOW);
    expect(await db.papers.toArray()).toEqual([
      paper('p1', {
        abstract: 'here',
        digestIds: ['d1', 'd2'],
        codeLinks: ['https://a.org/', 'https://b.org/'],
        known: { doi: '10.1/here', arxiv: '1.2' },
      }),
      paper('p2', { known: { arxiv: '2.3' } }),
    ]);
  });

  it.each(fullnesses)('that finds the disk full %s changes nothing at all', async (fullness) => {
    await other.papers.bulkPut([paper('p1')]);
    await other.digests.put({ id: 'd', name: 'D', date: null, source: 'file', paperIds: ['p1'] });
    await savePaper(['p1', 'p2'], other, NOW);
    const backup = await backupContents(other, NOW);
    await savePaper('p7', db, NOW);
    const rows = async () => Promise.all(db.tables.map((table) => table.toArray()));
    const before = await rows();
    for (let nth = 1; ; nth++) {
      const { writes, error } = await onFullDisk(() => restore(backup, 'exact', db, NOW + 1), nth, fullness);
      if (error === undefined) {
        expect(nth).toBe(writes + 1);
        expect(nth).toBeGreaterThan(8);
        break;
      }
      expect(await rows()).toEqual(before);
    }
    expect(await list()).toEqual(['p1', 'p2']);
  });

  it('stamps nothing before what it has seen', async () => {
    const ahead = nextStamp('', NOW + 5_000_000, 'there');
    await savePaper('p1', other, NOW);
    const backup = await backupContents(other, NOW);
    for (const entry of backup.entries) entry.stamps.note = ahead;
    await restore(backup, 'merge', db, NOW);
    await setNote('p1', 'mine', db, NOW);
    expect(String((await db.readingList.get('p1'))?.stamps.note) > ahead).toBe(true);
  });
});
