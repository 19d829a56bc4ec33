import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Backup, writeBackup } from '../../../lib/core/backup/backup.ts';
import { readBackup } from '../../../lib/core/backup/read-backup.ts';
import { pairKey } from '../../../lib/core/import/plan-import.ts';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { furtherIdOf } from '../../../lib/core/model/identity.ts';
import type { LearnedId, Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { nextStamp } from '../../../lib/core/model/stamp.ts';
import { digestsRevision } from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { movePapers, setStatus } from '../../../lib/db/entry-changes.ts';
import { undo } from '../../../lib/db/journal.ts';
import { readingList, removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { backupContents, previewRestoration, restore } from '../../../lib/db/restoration.ts';
import { snapshots } from '../../../lib/db/snapshots.ts';
import { addSource, removeSource, sayingsOfSource } from '../../../lib/db/sources.ts';
import { fullnesses, onFullDisk } from '../../fixtures/full-disk.ts';
import { setNote } from '../../fixtures/set-note.ts';

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
    await db.papers.bulkPut([
      paper('p1'),
      paper('p2', { known: { arxiv: '2406.00002' }, learned: [proven('2406.00002')] }),
    ]);
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
    expect(await digestsRevision(other)).toEqual(expect.any(String));
    expect((await other.unindexed.toArray()).flatMap(({ paperIds }) => paperIds)).toEqual(['p1', 'p2']);
    // The clock goes on from what it has seen.
    expect((await other.meta.get('clock'))?.value).toMatch(/-there$/);
    expect(String((await other.meta.get('clock'))?.value) > String((await db.meta.get('clock'))?.value)).toBe(true);
  });
});

describe('restoring what sources say', () => {
  const [preprint, published] = ['The Preprint of Some Paper', 'The Paper as It Was Published'] as const;
  const lecun = { title: 'Deep Learning', authors: [{ family: 'LeCun', given: 'Yann' }], year: 2015, venue: 'Nature' };
  const further = { title: 'Deep Learning', authors: [{ family: 'Goodfellow' }], year: 2016 };
  const source = (id: string, addedAt: number) =>
    ({ id, name: id, date: null, source: 'bibliography', origin: `${id}.bib`, addedAt }) as const;
  const fill = async (): Promise<void> => {
    const ids = { arxiv: '2011.13456', acl: '2021.acl-long.1' };
    const paperId = paperIdOf(preprint);
    const sayings = [
      { paperId, record: { title: preprint, ids, keywords: ['diffusion'] } },
      { paperId: paperIdOf(lecun.title), record: lecun },
      { paperId: furtherIdOf(further), record: further },
    ];
    await addSource(source('lib', 1), sayings, undefined, db);
    const said = { title: published, ids, type: 'conference' as const, links: ['https://a.org/'] };
    await addSource(source('more', 2), [{ paperId, record: said }], undefined, db);
    const pair = pairKey(paperIdOf(lecun.title), furtherIdOf(further));
    await db.decisions.put({ pair, is: 'another' });
    await savePaper(paperId, db, NOW);
  };
  const catalogue = async (of: PaperlightDatabase) => ({
    papers: await of.papers.toArray(),
    digests: await of.digests.toArray(),
    records: await of.records.toArray(),
    decisions: await of.decisions.toArray(),
  });
  const throughFile = async () => readBackup(writeBackup(await backupContents(db, NOW)), NOW);

  it('brings authors, venues, ids, other titles, records, decisions and sources back as they were, through the file', async () => {
    await fill();
    const backup = await throughFile();
    expect(backup.misnamed).toBeUndefined();
    await restore(backup, 'merge', other, NOW);
    expect(await catalogue(other)).toEqual(await catalogue(db));
    await restore(backup, 'merge', other, NOW);
    expect(await catalogue(other)).toEqual(await catalogue(db));
  });

  it('restores a source so that it can be removed again', async () => {
    await fill();
    await restore(await throughFile(), 'merge', other, NOW);
    await removeSource('more', other);
    await removeSource('more', db);
    expect(await catalogue(other)).toEqual(await catalogue(db));
  });

  it('keeps what sources here say of the papers of the file', async () => {
    await fill();
    const mine = { paperId: paperIdOf(preprint), record: { title: preprint, abstract: 'What a source here says.' } };
    await addSource(source('here', 3), [mine], undefined, other);
    await restore(await throughFile(), 'merge', other, NOW);
    expect(await other.papers.get(mine.paperId)).toMatchObject({
      abstract: 'What a source here says.',
      alsoTitled: [published],
      digestIds: ['here', 'lib', 'more'],
    });
    expect(await sayingsOfSource('here', other)).toEqual([mine]);
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

  it('takes the later value of each field, and previews this and the conflicts', async () => {
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

  it('does nothing the second time, or with a backup of the current list', async () => {
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
  it('makes the list what it was, even what was changed later, and can be undone', async () => {
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

  it('wins over the values of other machines', async () => {
    await savePaper('p1', db, NOW);
    const backup = await backupContents(db, NOW);
    await removePaper('p1', db, NOW + 1);
    const removed = await backupContents(db, NOW + 1);
    await restore(backup, 'exact', db, NOW + 2);
    await restore(removed, 'merge', db, NOW + 3);
    expect(await list()).toEqual(['p1']);
  });
});

const said = (kind: LearnedId['kind'], id: string): LearnedId => ({
  kind,
  id,
  host: 'blog.example',
  day: '2026-11-29',
  isProven: false,
});
const proven = (id: string): LearnedId => ({ ...said('arxiv', id), host: 'arxiv.org', isProven: true });

describe('a restoration', () => {
  it('previews how many papers get new ids', async () => {
    await db.papers.bulkPut([paper('p1', { learned: [said('doi', '10.1000/a')] }), paper('p2'), paper('p3')]);
    const papers = [
      paper('p3', { learned: [said('arxiv', '2401.00003')] }),
      paper('p4', { learned: [said('arxiv', '2401.00004')] }),
    ];
    const known = [
      { id: 'p1', learned: [said('doi', '10.1000/b')] },
      { id: 'p2', learned: [proven('2401.00002')] },
      { id: 'p9', learned: [proven('2401.00009')] },
    ];
    const backup = { at: NOW, entries: [], digests: [], papers, known };
    expect(await previewRestoration(backup, db, NOW)).toMatchObject({ newPapers: 1, newIds: 2 });
    await restore(backup, 'merge', db, NOW);
    expect(await previewRestoration(backup, db, NOW)).toMatchObject({ newPapers: 0, newIds: 0 });
  });

  it('adds what existing papers lack, and removes nothing', async () => {
    await db.papers.bulkPut([
      paper('p1', {
        abstract: 'here',
        digestIds: ['d1'],
        codeLinks: ['https://a.org/'],
        learned: [said('doi', '10.1/here')],
      }),
      paper('p2'),
    ]);
    const papers = [
      paper('p1', {
        abstract: 'there',
        digestIds: ['d2'],
        codeLinks: ['https://b.org/'],
        learned: [said('doi', '10.1/there'), proven('2406.00001')],
      }),
    ];
    const known = [
      { id: 'p2', learned: [proven('2406.00002')] },
      { id: 'p9', learned: [proven('2406.00009')] },
    ];
    await restore({ at: NOW, entries: [], digests: [], papers, known }, 'merge', db, NOW);
    expect(await db.papers.toArray()).toEqual([
      paper('p1', {
        abstract: 'here',
        digestIds: ['d1', 'd2'],
        codeLinks: ['https://a.org/', 'https://b.org/'],
        known: { arxiv: '2406.00001' },
        learned: [proven('2406.00001'), said('doi', '10.1/here')],
      }),
      paper('p2', { known: { arxiv: '2406.00002' }, learned: [proven('2406.00002')] }),
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

  it('stamps nothing earlier than what it has seen', async () => {
    const ahead = nextStamp('', NOW + 5_000_000, 'there');
    await savePaper('p1', other, NOW);
    const backup = await backupContents(other, NOW);
    for (const entry of backup.entries) entry.stamps.note = ahead;
    await restore(backup, 'merge', db, NOW);
    await setNote('p1', 'mine', db, NOW);
    expect(String((await db.readingList.get('p1'))?.stamps.note) > ahead).toBe(true);
  });
});
