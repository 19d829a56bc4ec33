import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import type { RecordContent } from '../../../lib/core/model/record.ts';
import { allDigests, allPapers } from '../../../lib/db/catalogue.ts';
import { database } from '../../../lib/db/database.ts';
import { setStatus } from '../../../lib/db/entry-changes.ts';
import { undo } from '../../../lib/db/journal.ts';
import { entryOf, removePaper } from '../../../lib/db/reading-list.ts';
import { addSource } from '../../../lib/db/sources.ts';
import { countUnknown, saveRecord } from '../../../lib/import/save-record.ts';

const { readingList } = database;
afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

const FIRST: RecordContent = { title: 'A Paper That a Page Is About', ids: { arxiv: '2401.00001' }, year: 2024 };
const SECOND: RecordContent = { title: 'Another Paper of Another Page' };

const sources = async () => (await allDigests()).map(({ name, source, paperIds }) => [name, source, paperIds.length]);
const catalogue = async () => [await allPapers(), await database.records.toArray(), await allDigests()];

describe('saving a paper from its page', () => {
  it('adds it with its source, and puts it on the list', async () => {
    const { paperId, made } = await saveRecord(FIRST);
    expect(paperId).toBe(paperIdOf(FIRST.title));
    expect(made).toMatchObject({ kind: 'save', entries: [{ before: null }] });
    expect(await database.papers.get(paperId)).toMatchObject({ title: FIRST.title, year: 2024, said: FIRST.ids });
    expect(await entryOf(paperId)).toBeDefined();
    await saveRecord(SECOND);
    expect(await sources()).toEqual([['Saved from pages', 'saved', 2]]);
  });

  it('is undone as one change, and redone as one', async () => {
    const { paperId } = await saveRecord(SECOND);
    const before = await catalogue();
    const { paperId: first, made } = await saveRecord(FIRST);
    const after = await catalogue();
    const undone = await undo(made?.id);
    expect(await catalogue()).toEqual(before);
    expect((await readingList.toArray()).filter(({ deletedAt }) => deletedAt === null)).toHaveLength(1);
    expect(await entryOf(paperId)).toBeDefined();
    await undo(undone?.made.id);
    expect(await catalogue()).toEqual(after);
    expect(await entryOf(first)).toBeDefined();
  });

  it('leaves nothing of its source when its only paper is undone', async () => {
    const { made } = await saveRecord(FIRST);
    await undo(made?.id);
    expect(await catalogue()).toEqual([[], [], []]);
  });

  it('restores what its source said before, when saving it again is undone', async () => {
    const { paperId } = await saveRecord(FIRST);
    await removePaper(paperId);
    const before = await catalogue();
    const { made } = await saveRecord({ ...FIRST, venue: 'ICLR' });
    const after = await catalogue();
    expect(after).not.toEqual(before);
    const undone = await undo(made?.id);
    expect(await catalogue()).toEqual(before);
    await undo(undone?.made.id);
    expect(await catalogue()).toEqual(after);
  });

  it('undoes nothing that the reader has worked with since', async () => {
    const { paperId, made } = await saveRecord(FIRST);
    await database.readingList.update(paperId, { note: 'Read the appendix.' });
    await setStatus([paperId], 'reading');
    await undo(made?.id);
    expect(await database.papers.get(paperId)).toMatchObject({ title: FIRST.title });
  });

  it('adds no second paper if the catalogue has it under another title with the same id', async () => {
    const older = { title: 'A Paper That a Page Was About', ids: { arxiv: '2401.00001' } };
    const lib = { id: 'lib', name: 'lib', date: null, source: 'bibliography' as const };
    await addSource(lib, [{ paperId: paperIdOf(older.title), record: older }]);
    const { paperId, made } = await saveRecord(FIRST);
    expect(paperId).toBe(paperIdOf(older.title));
    expect(await allPapers()).toMatchObject([{ title: older.title, alsoTitled: [FIRST.title], year: 2024 }]);
    await undo(made?.id);
    expect(await allPapers()).toMatchObject([{ title: older.title, digestIds: ['lib'] }]);
    expect((await allPapers())[0]?.year).toBeUndefined();
  });

  it('that is on the list leaves the list as it is', async () => {
    await saveRecord(FIRST);
    expect((await saveRecord(FIRST)).made).toBeUndefined();
    expect(await sources()).toEqual([['Saved from pages', 'saved', 1]]);
  });

  it('from a link records that its title is the text of the link', async () => {
    await saveRecord(FIRST, 'links');
    expect(await sources()).toEqual([['Saved from links', 'saved', 1]]);
  });
});

describe('countUnknown', () => {
  it('counts titles that no paper has, each once', async () => {
    await saveRecord(FIRST);
    expect(await countUnknown([FIRST, SECOND, SECOND, { title: 'ANOTHER paper of another page' }])).toBe(1);
  });
});
