import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { changeTags, movePapers, renameTag, setStatus, writeNote } from '../../../lib/db/entry-changes.ts';
import { undo, undoable } from '../../../lib/db/journal.ts';
import {
  bringBackPaper,
  entryOf,
  readingList,
  removePaper,
  removePapers,
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
/** Writes over the note as it is. */
const setNote = async (paperId: string, note: string, db: PaperlightDatabase, now: number): Promise<void> => {
  await writeNote(paperId, { base: (await entry(paperId))?.note ?? '', note }, db, now);
};

/** What a reader makes of an entry. */
const made = { status: 'reading' as const, tags: ['vision', 'later'], note: 'See **section 3**.' };

describe('savePaper', () => {
  it('makes an entry', async () => {
    await savePaper('p1', db, 100);
    expect(await readingList(db)).toMatchObject([
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
    const { presence, status } = (await entry('p1'))?.stamps ?? {};
    expect([presence !== '', status]).toEqual([true, '']);
  });

  it('puts each paper on top of those before', async () => {
    for (const [i, id] of ['p1', 'p2', 'p3'].entries()) await savePaper(id, db, i);
    expect(await list()).toEqual(['p3', 'p2', 'p1']);
  });

  it('gives papers that are saved at the same time different positions', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
    await Promise.all(ids.map((id) => savePaper(id, db, 1)));
    const entries = await readingList(db);
    expect(entries.map(({ paperId }) => paperId).sort()).toEqual([...ids].sort());
    expect(new Set(entries.map(({ position }) => position)).size).toBe(20);
  });

  it('leaves a listed entry as it is', async () => {
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
    // It counts as saved now: lists by date show it first.
    expect(await entry('p1')).toMatchObject({ ...made, addedAt: 300, changedAt: 300, deletedAt: null });
    await undo(undefined, db, 400);
    await undo(undefined, db, 500);
    expect(await entry('p1')).toMatchObject({ ...made, addedAt: 100, deletedAt: null });
  });

  it('ignores a second click', async () => {
    await Promise.all([savePaper('p1', db, 1), savePaper('p1', db, 2)]);
    expect(await list()).toEqual(['p1']);
  });
});

describe('removePaper', () => {
  it('leaves a tombstone with everything that the reader made', async () => {
    await savePaper('p1', db, 100);
    await db.readingList.update('p1', made);
    const before = await entry('p1');
    await removePaper('p1', db, 200);
    expect(await list()).toEqual([]);
    const stamps = { ...before?.stamps, presence: expect.any(String) };
    expect(await entry('p1')).toEqual({ ...before, changedAt: 200, deletedAt: 200, stamps });
  });

  it('does nothing to a paper that is not in the list', async () => {
    await removePaper('p1', db, 200);
    expect(await entry('p1')).toBeUndefined();
    await savePaper('p1', db, 100);
    await removePaper('p1', db, 200);
    const tombstone = await entry('p1');
    await removePaper('p1', db, 300);
    expect(await entry('p1')).toEqual(tombstone);
  });
});

describe('setStatus, changeTags and writeNote', () => {
  it('change listed entries and nothing else', async () => {
    await savePaper(['p1', 'p2'], db, 100);
    await removePaper('p2', db, 150);
    await setStatus(['p1', 'p2', 'p3'], 'read', db, 200);
    await changeTags(['p1', 'p2'], { add: ['a', 'b'] }, db, 210);
    await changeTags(['p1'], { add: ['b', 'c'], remove: ['a'] }, db, 220);
    await setNote('p1', 'So *good*.', db, 230);
    expect(await entry('p1')).toMatchObject({ status: 'read', tags: ['b', 'c'], note: 'So *good*.', changedAt: 230 });
    expect(await entry('p2')).toMatchObject({ status: 'to-read', tags: [], changedAt: 150 });
    expect(await entry('p3')).toBeUndefined();
  });

  it('journal nothing if nothing changes', async () => {
    await savePaper('p1', db, 100);
    const before = await entry('p1');
    await setStatus(['p1'], 'to-read', db, 200);
    await changeTags(['p1'], { remove: ['a'] }, db, 200);
    await setNote('p1', '', db, 200);
    expect(await entry('p1')).toEqual(before);
    expect(await undoable(db)).toHaveLength(1);
  });
});

describe('changeTags and renameTag', () => {
  it('recognise a tag in any spelling', async () => {
    await savePaper(['p1', 'p2'], db, 100);
    await changeTags(['p1', 'p2'], { add: [' Self-Supervised ', ''] }, db, 200);
    await changeTags(['p1'], { add: ['self supervised', 'C++', 'C'] }, db, 300);
    expect((await entry('p1'))?.tags).toEqual(['Self-Supervised', 'C++', 'C']);
    await changeTags(['p2'], { remove: ['selfsupervised'] }, db, 400);
    expect((await entry('p2'))?.tags).toEqual([]);
  });

  it('keep the order in which they were asked for, also before the first of a day', async () => {
    await savePaper('p1', db, 100);
    const tomorrow = 86_400_000;
    const add = (tag: string) => changeTags(['p1'], { add: [tag] }, db, tomorrow);
    const changes = [add('a'), add('b')];
    for (const tag of 'cdefghijkl') {
      await new Promise((done) => setTimeout(done));
      changes.push(add(tag));
    }
    await Promise.all(changes);
    expect((await entry('p1'))?.tags.join('')).toBe('abcdefghijkl');
  });

  it('rename and delete a tag on all papers of the list, in one step that can be undone', async () => {
    await savePaper(['p1', 'p2', 'p3', 'gone'], db, 100);
    await changeTags(['p1', 'p2', 'gone'], { add: ['a', 'b'] }, db, 200);
    await changeTags(['p2'], { add: ['c'] }, db, 250);
    await removePaper('gone', db, 260);
    const tags = () => Promise.all(['p1', 'p2', 'p3', 'gone'].map(async (id) => (await entry(id))?.tags.join('')));
    await renameTag('A', 'c', db, 300);
    expect(await tags()).toEqual(['cb', 'cb', '', 'ab']);
    await renameTag('b', null, db, 400);
    expect(await tags()).toEqual(['c', 'c', '', 'ab']);
    await undo(undefined, db, 500);
    await undo(undefined, db, 600);
    expect(await tags()).toEqual(['ab', 'abc', '', 'ab']);
  });

  it('rename a tag to an existing one in its spelling, and one spelling to another', async () => {
    await savePaper(['p1', 'p2', 'p3'], db, 100);
    await changeTags(['p1'], { add: ['GAN'] }, db, 200);
    await changeTags(['p2', 'p3'], { add: ['later'] }, db, 250);
    const tags = () => Promise.all(['p1', 'p2', 'p3'].map(async (id) => (await entry(id))?.tags.join(' ')));
    await renameTag('later', ' gan', db, 300);
    expect(await tags()).toEqual(['GAN', 'GAN', 'GAN']);
    await renameTag('gan', 'Gan', db, 400);
    expect(await tags()).toEqual(['Gan', 'Gan', 'Gan']);
    await undo(undefined, db, 500);
    await undo(undefined, db, 600);
    expect(await tags()).toEqual(['GAN', 'later', 'later']);
  });
});

describe('writeNote', () => {
  it('keeps what was written elsewhere since its base', async () => {
    await savePaper('p1', db, 100);
    await writeNote('p1', { base: '', note: 'mine' }, db, 200);
    const after = await writeNote('p1', { base: '', note: 'yours' }, db, 210);
    expect(after?.note).toBe('mine\n\n---\n\nyours');
    expect((await writeNote('p1', { base: 'mine', note: 'mine' }, db, 220))?.note).toBe(after?.note);
  });

  it('keeps what was written on a paper that was removed meanwhile, for when it comes back', async () => {
    await savePaper('p1', db, 100);
    await removePaper('p1', db, 200);
    expect((await writeNote('p1', { base: '', note: 'late' }, db, 210))?.deletedAt).toBe(200);
    await savePaper('p1', db, 300);
    expect((await entry('p1'))?.note).toBe('late');
    expect(await writeNote('never', { base: '', note: 'x' }, db, 400)).toBeUndefined();
  });
});

describe('movePapers', () => {
  beforeEach(() => savePaper(['a', 'b', 'c', 'd'], db, 100));

  it('puts papers above another, in the order given', async () => {
    await movePapers(['d', 'a'], 'c', db, 200);
    expect(await list()).toEqual(['b', 'd', 'a', 'c']);
    await movePapers(['c'], 'b', db, 300);
    expect(await list()).toEqual(['c', 'b', 'd', 'a']);
    await movePapers(['b'], null, db, 400);
    expect(await list()).toEqual(['c', 'd', 'a', 'b']);
  });

  it('changes only the moved entries, until the gap between two positions is used up', async () => {
    const first = await entry('a');
    await movePapers(['d'], 'b', db, 200);
    expect(await entry('a')).toEqual(first);
    for (let i = 0; i < 60; i++) {
      const [top, second, third] = (await list()) as [string, string, string];
      await movePapers([third], second, db, 300 + i);
      expect((await list()).slice(0, 3)).toEqual([top, third, second]);
    }
    const places = (await readingList(db)).map(({ position }) => position);
    expect(new Set(places).size).toBe(4);
  });
});

describe('undo', () => {
  it('restores a removed entry in its position, with everything that the reader made', async () => {
    await savePaper(['p1', 'p2', 'p3'], db, 100);
    await setNote('p2', 'See **section 3**.', db, 110);
    const before = await entry('p2');
    await removePapers(['p2', 'p3'], db, 200);
    expect(await list()).toEqual(['p1']);
    expect((await undo(undefined, db, 300))?.change.kind).toBe('remove');
    expect(await list()).toEqual(['p1', 'p2', 'p3']);
    expect(await entry('p2')).toMatchObject({ ...before, changedAt: 300, stamps: { note: before?.stamps.note } });
  });

  it('undoes changes one after the other, the latest first', async () => {
    await savePaper('p1', db, 100);
    await setStatus(['p1'], 'read', db, 200);
    await changeTags(['p1'], { add: ['x'] }, db, 300);
    await undo(undefined, db, 400);
    expect(await entry('p1')).toMatchObject({ status: 'read', tags: [] });
    await undo(undefined, db, 500);
    expect(await entry('p1')).toMatchObject({ status: 'to-read' });
    await undo(undefined, db, 600);
    expect(await list()).toEqual([]);
    expect(await undo(undefined, db, 700)).toBeUndefined();
  });

  it('does not undo later changes of the entry', async () => {
    await savePaper('p1', db, 100);
    await removePaper('p1', db, 200);
    const [removal] = await undoable(db);
    await savePaper('p1', db, 300);
    await setNote('p1', 'written since', db, 310);
    const now = await entry('p1');
    await undo(removal?.id, db, 400);
    expect(await entry('p1')).toEqual(now);
  });

  it('can itself be undone, and that too', async () => {
    await savePaper('p1', db, 100);
    await setStatus(['p1'], 'read', db, 200);
    const undone = await undo(undefined, db, 300);
    await undo(undone?.made.id, db, 400);
    expect(await entry('p1')).toMatchObject({ status: 'read' });
    await undo(undefined, db, 500);
    expect(await entry('p1')).toMatchObject({ status: 'to-read' });
  });

  it('counts writing without a pause as one change', async () => {
    await savePaper('p1', db, 100);
    for (const [i, note] of ['S', 'Se', 'See'].entries()) await setNote('p1', note, db, 200 + i * 1000);
    await setNote('p1', 'See 3', db, 200_000);
    await undo(undefined, db, 300_000);
    expect(await entry('p1')).toMatchObject({ note: 'See' });
    await undo(undefined, db, 300_001);
    expect(await entry('p1')).toMatchObject({ note: '' });
  });

  it('counts writing before and after the clock was set back as two changes', async () => {
    await savePaper('p1', db, 100);
    await setNote('p1', 'Before', db, 40_000_000);
    await setNote('p1', 'Before, after', db, 1_000_000);
    await setNote('p1', 'Before, after 2', db, 1_001_000);
    await undo(undefined, db, 1_002_000);
    expect(await entry('p1')).toMatchObject({ note: 'Before' });
    await undo(undefined, db, 1_003_000);
    expect(await entry('p1')).toMatchObject({ note: '' });
  });

  it('keeps the latest changes, not all', async () => {
    await savePaper('p1', db, 100);
    for (let i = 0; i < 210; i++) await setStatus(['p1'], i % 2 ? 'read' : 'reading', db, 200 + i);
    expect(await undoable(db)).toHaveLength(200);
  });
});

describe('bringBackPaper', () => {
  it('restores a removed entry in its position, from its tombstone', async () => {
    for (const paperId of ['p1', 'p2', 'p3']) await savePaper(paperId, db, 100);
    await db.readingList.update('p2', made);
    await removePaper('p2', db, 200);
    await bringBackPaper('p2', db, 300);
    expect(await list()).toEqual(['p3', 'p2', 'p1']);
    expect(await entry('p2')).toMatchObject({ ...made, addedAt: 100, changedAt: 300 });
  });

  it('does nothing to a paper that is on the list or never was', async () => {
    await savePaper('p1', db, 100);
    await bringBackPaper('p1', db, 200);
    await bringBackPaper('p2', db, 200);
    expect(await list()).toEqual(['p1']);
    expect(await entry('p1')).toMatchObject({ changedAt: 100 });
  });
});

describe('entryOf', () => {
  it('finds listed entries, not tombstones', async () => {
    await savePaper('p1', db, 100);
    expect(await entryOf('p1', db)).toMatchObject({ paperId: 'p1', status: 'to-read' });
    await removePaper('p1', db, 200);
    expect(await entryOf('p1', db)).toBeUndefined();
  });
});
