import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import type { Author, RecordContent } from '../../../lib/core/model/record.ts';
import { paperWithDigests } from '../../../lib/db/catalogue.ts';
import { readChangeLog } from '../../../lib/db/change-log.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';
import { savePaper } from '../../../lib/db/reading-list.ts';
import { addSource, removeSource, renameSource, type Saying, sayingsOfSource } from '../../../lib/db/sources.ts';
import fc from '../../fixtures/properties.ts';

const TITLES = ['The First Paper of All', 'A Second Paper of the List', 'The Third Paper Here'];
const record = (title: string, more: Partial<RecordContent> = {}): RecordContent => ({
  title,
  ...more,
});
const saying = (one: RecordContent): Saying => ({ paperId: paperIdOf(one.title), record: one });
const source = (id: string) => ({ id, name: id, date: null, source: 'bibliography' as const, addedAt: 1 });
const bundled: Paper = {
  id: paperIdOf(TITLES[0] as string),
  title: TITLES[0] as string,
  abstract: 'Short.',
  digestIds: ['mail'],
  codeLinks: [],
};

let db: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`sources-${count++}`);
  const digests = [{ id: 'mail', name: 'Mail', date: null, source: 'bundled' as const, paperIds: [bundled.id] }];
  await mergeBundle({ digests, papers: [bundled] }, 'one', db);
  await db.unindexed.clear();
});
afterEach(() => db.delete());

/** All that the catalogue holds, in one order. */
async function state(): Promise<unknown> {
  const sorted = <T>(rows: T[]): T[] => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    papers: sorted(await db.papers.toArray()),
    records: sorted(await db.records.toArray()),
    digests: await db.digests.toArray(),
  };
}

describe('a source', () => {
  it('adds papers and what it says of those that are there', async () => {
    await addSource(
      source('lib'),
      [
        saying(record(TITLES[0] as string, { year: 2020, abstract: 'A longer abstract.' })),
        saying(record(TITLES[1] as string)),
      ],
      undefined,
      db,
    );
    expect(await db.papers.get(bundled.id)).toMatchObject({
      abstract: 'A longer abstract.',
      year: 2020,
      digestIds: ['mail', 'lib'],
    });
    expect(await db.papers.count()).toBe(2);
    expect((await readChangeLog(db)).flatMap(({ paperIds }) => paperIds)).toHaveLength(2);
    expect(await db.digests.get('lib')).toMatchObject({
      name: 'lib',
      paperIds: [bundled.id, paperIdOf(TITLES[1] as string)],
    });
  });

  it('stores no records of papers that no other source has', async () => {
    await addSource(
      source('lib'),
      TITLES.slice(1).map((title) => saying(record(title, { year: 2020 }))),
      undefined,
      db,
    );
    expect(await db.records.count()).toBe(0);
  });

  it('finds a paper by another of its titles, as pages refer to it', async () => {
    const ids = { arxiv: '2011.13456' };
    const [preprint, published] = ['The Preprint of Some Paper', 'The Paper as It Was Published'];
    const paperId = paperIdOf(preprint as string);
    await addSource(source('lib'), [{ paperId, record: record(preprint as string, { ids }) }], undefined, db);
    await addSource(
      source('more'),
      [{ paperId, record: record(published as string, { ids, venue: 'ICLR' }) }],
      undefined,
      db,
    );
    const named = await paperWithDigests(paperIdOf(published as string), db);
    expect(named?.paper).toMatchObject({ id: paperId, alsoTitled: [published], venue: 'ICLR' });
  });

  it('keeps papers that the reader saved when it is removed, and says how many', async () => {
    await addSource(
      source('lib'),
      TITLES.slice(1).map((title) => saying(record(title))),
      undefined,
      db,
    );
    await savePaper(paperIdOf(TITLES[1] as string), db);
    expect(await removeSource('lib', db)).toEqual({ gone: 1, kept: 1 });
    expect(await db.papers.get(paperIdOf(TITLES[1] as string))).toMatchObject({ digestIds: [] });
  });

  it('replaces what it said before, and drops papers that it no longer has', async () => {
    await addSource(
      source('lib'),
      TITLES.map((title) => saying(record(title, { year: 2020 }))),
      undefined,
      db,
    );
    await addSource(source('lib'), [saying(record(TITLES[1] as string, { year: 2021 }))], undefined, db);
    expect(await db.papers.get(bundled.id)).toEqual(bundled);
    expect(await db.papers.get(paperIdOf(TITLES[1] as string))).toMatchObject({ year: 2021 });
    expect(await db.papers.count()).toBe(2);
  });

  it('can be renamed, and added again from what it said', async () => {
    await addSource(
      source('lib'),
      TITLES.map((title) => saying(record(title, { venue: 'ICLR' }))),
      undefined,
      db,
    );
    await renameSource('lib', 'My library', db);
    const before = await state();
    const { paperIds: _ids, ...again } = (await db.digests.get('lib')) as { paperIds: string[] } & ReturnType<
      typeof source
    >;
    const said = await sayingsOfSource('lib', db);
    await removeSource('lib', db);
    await addSource(again, said, undefined, db);
    expect(await state()).toEqual(before);
  });

  it('keeps what it says when a later bundle says something else of its papers', async () => {
    const said = record(TITLES[0] as string, { year: 2020, abstract: 'An abstract that a library has.' });
    await addSource(source('lib'), [saying(said)], undefined, db);
    const later = { ...bundled, abstract: 'What the later bundle says of it, at more length than anybody.' };
    await mergeBundle({ digests: [], papers: [later] }, 'two', db);
    expect(await db.papers.get(bundled.id)).toMatchObject({ abstract: later.abstract, year: 2020 });
    expect(await sayingsOfSource('lib', db)).toEqual([saying(said)]);
    await removeSource('lib', db);
    expect(await db.papers.get(bundled.id)).toEqual(later);
  });

  it('keeps its second title of a paper when a later bundle has the paper under that title', async () => {
    const [preprint, published] = ['The Preprint of Some Paper', 'The Paper as It Was Published'] as const;
    const ids = { arxiv: '2011.13456' };
    const paperId = paperIdOf(preprint);
    await addSource(source('lib'), [{ paperId, record: record(preprint, { ids }) }], undefined, db);
    await addSource(source('more'), [{ paperId, record: record(published, { ids }) }], undefined, db);
    const id = paperIdOf(published);
    const digest = { id: 'new', name: 'New', date: null, source: 'bundled' as const, paperIds: [id] };
    const paper = { id, title: published, abstract: 'Of a digest.', digestIds: ['new'], codeLinks: [] };
    await mergeBundle({ digests: [digest], papers: [paper] }, 'two', db);
    expect(await db.papers.get(id)).toBeUndefined();
    expect(await db.papers.get(paperId)).toMatchObject({ abstract: 'Of a digest.', digestIds: ['lib', 'more', 'new'] });
    expect((await db.digests.get('new'))?.paperIds).toEqual([paperId]);
  });

  const records = fc.uniqueArray(
    fc.record({
      title: fc.constantFrom(...TITLES),
      abstract: fc.constantFrom('', 'Short.', 'A longer abstract.'),
      authors: fc.constantFrom<Author[]>([], [{ family: 'B' }], [{ family: 'B' }, { family: 'D' }]),
      year: fc.constantFrom(2019, 2020),
      ids: fc.constantFrom<NonNullable<RecordContent['ids']>>({}, { arxiv: '2011.13456' }),
      links: fc.constantFrom<string[]>([], ['https://a.org/']),
      keywords: fc.constant<string[]>([]),
    }),
    { selector: ({ title }) => title, maxLength: 3 },
  );

  it.each([
    ['most', 2_600, 40],
    ['few', 600, 2_600],
  ])(
    'that has %s of the papers leaves all others, and those that were saved, when it is removed',
    async (_, size, others) => {
      const numbered = (name: string, count: number): Saying[] =>
        Array.from({ length: count }, (_, i) => saying(record(`Paper ${name} of Number ${i}`, { year: 2000 })));
      await addSource(source('others'), numbered('A', others), undefined, db);
      const before = await state();
      const large = numbered('B', size);
      // Some papers are of both, and of some of those both say different things.
      const shared = numbered('A', 30).map((one, i) => (i % 2 ? one : saying({ ...one.record, year: 2001 })));
      await addSource(source('large'), [...large, ...shared], undefined, db);
      expect(await db.papers.count()).toBe(1 + others + size);
      const saved = large[7] as Saying;
      await savePaper(saved.paperId, db);
      expect(await removeSource('large', db)).toEqual({ gone: size - 1, kept: 1 });
      expect(await db.papers.get(saved.paperId)).toMatchObject({ digestIds: [] });
      await db.papers.delete(saved.paperId);
      expect(await state()).toEqual(before);
    },
  );

  it('leaves the catalogue as it was, record for record, when it is removed, whatever happened in between', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, records, async (first, second, third) => {
        await addSource(source('a'), first.map(saying), undefined, db);
        await addSource(source('b'), second.map(saying), undefined, db);
        const before = await state();
        await addSource(source('c'), third.map(saying), undefined, db);
        await removeSource('c', db);
        expect(await state()).toEqual(before);
        // Of the sources that stay, papers are the same whichever went.
        await addSource(source('c'), third.map(saying), undefined, db);
        await removeSource('a', db);
        const others = await db.papers.toArray();
        await removeSource('c', db);
        await removeSource('b', db);
        await addSource(source('c'), third.map(saying), undefined, db);
        await addSource(source('b'), second.map(saying), undefined, db);
        const again = await db.papers.toArray();
        const shown = (papers: Paper[]) =>
          papers.map(({ digestIds, ...paper }) => ({ ...paper, digestIds: [...digestIds].sort() }));
        expect(shown(again)).toEqual(shown(others));
        for (const id of ['b', 'c']) await removeSource(id, db);
        expect(await db.papers.toArray()).toEqual([bundled]);
        expect(await db.records.count()).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});
