import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImportPlanner } from '../../../lib/core/import/plan-import.ts';
import type { Catalogue, Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import type { RecordContent } from '../../../lib/core/model/record.ts';
import { allPapers } from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';
import { entryOf, savePaper } from '../../../lib/db/reading-list.ts';
import { joinPapers, splitOff, undoRegrouping } from '../../../lib/db/regrouping.ts';
import { addSource, type Saying } from '../../../lib/db/sources.ts';
import fc from '../../fixtures/properties.ts';

const [TITLE, OTHER] = ['A Title That Two Papers Have', 'Quite Another Title of a Paper'];
const ID = paperIdOf(TITLE);
const said = (title: string, more: Partial<RecordContent> = {}): Saying => ({
  paperId: paperIdOf(title),
  record: { title, ...more },
});
const source = (id: string) => ({ id, name: id, date: null, source: 'bibliography' as const, addedAt: 1 });
const song = { authors: [{ family: 'Song' }], year: 2021 };
const mail: Paper = { id: ID, title: TITLE, abstract: 'Of the mail.', digestIds: ['mail'], codeLinks: [] };
const bundle: Catalogue = {
  digests: [{ id: 'mail', name: 'Mail', date: null, source: 'bundled', paperIds: [ID] }],
  papers: [mail],
};

let db: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`regrouping-${count++}`);
  await mergeBundle(bundle, 'one', db);
  await addSource(source('lib'), [said(TITLE, song), said(OTHER, { ids: { doi: '10.1/x' } })], undefined, db);
});
afterEach(() => db.delete());

/** All that the catalogue and the list hold, but for stamps. */
async function state() {
  const papers = await db.papers.orderBy('id').toArray();
  const records = await db.records.orderBy(':id').toArray();
  return {
    papers,
    records,
    digests: await db.digests.toArray(),
    decisions: await db.decisions.toArray(),
    listed: (await db.readingList.toArray())
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ paperId, tags, note, status }) => ({ paperId, tags, note, status })),
  };
}

/** Which papers a file of these records would be, planned over what is there. */
async function planned(...records: RecordContent[]): Promise<string[]> {
  const planner = new ImportPlanner(new Map((await db.decisions.toArray()).map(({ pair, is }) => [pair, is])));
  for (const paper of await allPapers(db))
    planner.addExisting({ ...paper, ids: { ...paper.said, ...paper.known }, hasAbstract: true, hasLink: true });
  for (const [line, record] of records.entries()) planner.add(record, line);
  return planner.takePlanned().map(({ paperId, isNew }) => (isNew ? `new ${paperId}` : paperId));
}

describe('a record that is split off', () => {
  it('is a paper of its own, and stays so when its source is read again', async () => {
    const done = await splitOff(ID, 'lib', db);
    const [own] = (await allPapers(db)).filter(({ digestIds, title }) => title === TITLE && digestIds[0] === 'lib');
    expect(own).toMatchObject({ id: done?.other, ...song, titleIds: [ID] });
    expect(await db.papers.get(ID)).toEqual(mail);
    expect((await db.digests.get('lib'))?.paperIds).toEqual([own?.id, paperIdOf(OTHER)]);
    expect(await planned({ title: TITLE, ...song }, { title: TITLE })).toEqual([own?.id, ID]);
  });

  it('returns to its paper when that is undone, even if the new paper was saved', async () => {
    const before = await state();
    const done = await splitOff(ID, 'lib', db);
    expect(await state()).not.toEqual(before);
    await undoRegrouping(done as NonNullable<typeof done>, db);
    expect(await state()).toEqual(before);
    const again = await splitOff(ID, 'lib', db);
    await savePaper(again?.other as string, db);
    await undoRegrouping(again as NonNullable<typeof again>, db);
    expect((await state()).listed.map(({ paperId }) => paperId)).toEqual([ID]);
  });

  it('stays split off when the bundle is merged again', async () => {
    const done = await splitOff(ID, 'mail', db);
    const before = await state();
    await mergeBundle(bundle, 'two', db);
    expect(await state()).toEqual(before);
    expect(await db.papers.get(done?.other as string)).toMatchObject({ abstract: 'Of the mail.', digestIds: ['mail'] });
  });

  it('must leave another record behind', async () => {
    const before = await state();
    expect(await splitOff(paperIdOf(OTHER), 'lib', db)).toBeUndefined();
    expect(await splitOff(ID, 'none', db)).toBeUndefined();
    expect(await state()).toEqual(before);
  });
});

describe('two papers that are joined', () => {
  it('are one, with what the reader made of both, and stay so when the source is read again', async () => {
    await savePaper(paperIdOf(OTHER), db);
    await db.readingList.update(paperIdOf(OTHER), { note: 'Mine.', tags: ['gan'] });
    await joinPapers(ID, paperIdOf(OTHER), db);
    expect(await allPapers(db)).toMatchObject([
      { id: ID, said: { doi: '10.1/x' }, digestIds: ['mail', 'lib'], ...song },
    ]);
    expect((await db.digests.get('lib'))?.paperIds).toEqual([ID]);
    expect(await entryOf(ID, db)).toMatchObject({ note: 'Mine.', tags: ['gan'] });
    expect(await entryOf(paperIdOf(OTHER), db)).toBeUndefined();
    expect(await planned({ title: OTHER, ids: { doi: '10.1/x' } })).toEqual([ID]);
  });

  it('are found by either title', async () => {
    await addSource(source('other'), [said('A Third Title of the Same Work')], undefined, db);
    await joinPapers(ID, paperIdOf('A Third Title of the Same Work'), db);
    expect(await db.papers.get(ID)).toMatchObject({ alsoTitled: ['A Third Title of the Same Work'] });
    expect(await planned({ title: 'A Third Title of the Same Work' })).toEqual([ID]);
  });

  it('are two again when that is undone', async () => {
    await savePaper([ID, paperIdOf(OTHER)], db);
    const before = await state();
    const done = await joinPapers(ID, paperIdOf(OTHER), db);
    expect(done).toBeDefined();
    await undoRegrouping(done as NonNullable<typeof done>, db);
    expect(await state()).toEqual(before);
  });
});

it('whatever is split off and joined, undoing all of it leaves everything as it was', async () => {
  await addSource(source('b'), [said(TITLE, { year: 2020 }), said(OTHER, { venue: 'X' })], undefined, db);
  const before = await state();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5)), { maxLength: 5 }), async (steps) => {
      const made = [];
      for (const [isSplit, a, b] of steps) {
        const papers = (await allPapers(db)).sort((x, y) => (x.id < y.id ? -1 : 1));
        const [one, two] = [papers[a % papers.length], papers[b % papers.length]] as [Paper, Paper];
        const done = isSplit
          ? await splitOff(one.id, one.digestIds[b % one.digestIds.length] as string, db)
          : await joinPapers(one.id, two.id, db);
        if (done) made.push(done);
      }
      for (const done of made.reverse()) await undoRegrouping(done, db);
      expect(await state()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
