import 'fake-indexeddb/auto';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { blankEntry } from '../../../lib/core/model/entry.ts';
import type { Catalogue, Digest, Paper } from '../../../lib/core/model/paper.ts';
import {
  allDigests,
  allPapers,
  digestsRevision,
  mergedBundle,
  papersAfter,
  paperWithDigests,
  titleOf,
} from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { learn } from '../../../lib/db/learned.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';
import { readingList, savePaper } from '../../../lib/db/reading-list.ts';

const paper = (id: string, ...digestIds: string[]): Paper => ({
  id,
  title: `Title ${id}`,
  abstract: `Abstract ${id}`,
  digestIds,
  codeLinks: [],
});
const digest = (id: string, ...paperIds: string[]): Digest => ({
  id,
  name: id,
  date: null,
  source: 'bundled',
  paperIds,
});
const bundle: Catalogue = { digests: [digest('d1', 'p1', 'p2')], papers: [paper('p1', 'd1'), paper('p2', 'd1')] };

let db: PaperlightDatabase;
let count = 0;
beforeEach(() => {
  db = new PaperlightDatabase(`catalogue-${count++}`);
});
afterEach(() => db.delete());

const everything = async () => ({
  papers: await allPapers(db),
  digests: await allDigests(db),
  entries: await readingList(db),
  fingerprint: await mergedBundle(db),
});

it('reads papers in batches, in the order of their ids', async () => {
  await mergeBundle({ digests: [], papers: ['c', 'a', 'd', 'b'].map((id) => paper(id)) }, 'f', db);
  const after = async (id: string) => (await papersAfter(id, 2, db)).map(({ id }) => id);
  expect([await after(''), await after('b'), await after('c'), await after('d')]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['d'],
    [],
  ]);
});

describe('mergeBundle', () => {
  it('puts the five digests into an empty database', async () => {
    const { catalogue, fingerprint } = bundleDigests(resolve(import.meta.dirname, '../../../seeds'));
    expect(await mergedBundle(db)).toBeUndefined();
    await mergeBundle(catalogue, fingerprint, db);
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect((await allPapers(db)).sort(byId)).toEqual([...catalogue.papers].sort(byId));
    expect((await allDigests(db)).sort(byId)).toEqual(catalogue.digests);
    expect(await mergedBundle(db)).toBe(fingerprint);
  });

  it('changes nothing when it is repeated', async () => {
    await mergeBundle(bundle, 'one', db);
    await savePaper('p2', db, 1);
    const before = await everything();
    await mergeBundle(bundle, 'one', db);
    await mergeBundle(structuredClone(bundle), 'one', db);
    expect(await everything()).toEqual(before);
  });

  it('leaves the reading list alone, including tombstones', async () => {
    const kept = {
      paperId: 'p1',
      status: 'read' as const,
      tags: ['a'],
      note: 'mine',
      position: 3,
      addedAt: 1,
      changedAt: 2,
      deletedAt: null,
      stamps: blankEntry('p1').stamps,
    };
    const gone = { ...kept, paperId: 'p2', position: 4, deletedAt: 5 };
    await db.readingList.bulkPut([kept, gone]);
    await mergeBundle(bundle, 'one', db);
    expect(await db.readingList.toArray()).toEqual([kept, gone]);
  });

  it('keeps papers and digests from elsewhere', async () => {
    const imported: Digest = { ...digest('file', 'p1', 'p9'), source: 'file' };
    await db.digests.put(imported);
    await db.papers.bulkPut([paper('p1', 'file'), paper('p9', 'file')]);
    await mergeBundle(bundle, 'one', db);
    expect(await db.digests.get('file')).toEqual(imported);
    expect(await db.papers.get('p9')).toEqual(paper('p9', 'file'));
    expect((await db.papers.get('p1'))?.digestIds).toEqual(['file', 'd1']);
  });

  it('updates the text of a paper and adds its digests and links', async () => {
    await mergeBundle({ digests: [], papers: [{ ...paper('p1', 'd1'), codeLinks: ['https://a.org/'] }] }, 'one', db);
    await mergeBundle(
      { digests: [], papers: [{ ...paper('p1', 'd2'), abstract: 'New', codeLinks: ['https://b.org/'] }] },
      'two',
      db,
    );
    expect(await allPapers(db)).toEqual([
      { ...paper('p1', 'd1', 'd2'), abstract: 'New', codeLinks: ['https://b.org/', 'https://a.org/'] },
    ]);
    expect(await mergedBundle(db)).toBe('two');
  });

  it('keeps fields of a later version', async () => {
    const known = { ...paper('p1', 'd1'), knownLinks: ['https://arxiv.org/abs/1'] };
    await db.papers.put(known);
    await mergeBundle(bundle, 'one', db);
    expect(await db.papers.get('p1')).toEqual(known);
  });

  it('drops no paper that a later bundle lacks, saved or not', async () => {
    await mergeBundle(bundle, 'one', db);
    await savePaper('p1', db, 1);
    await mergeBundle({ digests: [digest('d2', 'p3')], papers: [paper('p3', 'd2')] }, 'two', db);
    const { papers, digests, entries } = await everything();
    expect(papers.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(digests.map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(entries.map(({ paperId }) => paperId)).toEqual(['p1']);
  });

  it('changes the revision of the digests, which nothing else does', async () => {
    expect(await digestsRevision(db)).toBeUndefined();
    await mergeBundle(bundle, 'one', db);
    const state = await digestsRevision(db);
    expect(state).toEqual(expect.any(String));
    await savePaper('p1', db, 1);
    await learn('p1', [{ kind: 'arxiv', id: '2401.00001', host: 'arxiv.org', day: '2026-11-29', isProven: true }], db);
    expect(await digestsRevision(db)).toBe(state);
    await mergeBundle({ digests: [digest('d2', 'p3')], papers: [paper('p3', 'd2')] }, 'two', db);
    expect(await digestsRevision(db)).not.toBe(state);
  });

  it('is all or nothing', async () => {
    await mergeBundle(bundle, 'one', db);
    await savePaper('p1', db, 1);
    const before = await everything();
    const broken = {
      digests: [digest('d2', 'p3'), { ...digest('d3'), id: undefined as never }],
      papers: [paper('p3', 'd2')],
    };
    await expect(mergeBundle(broken, 'two', db)).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });
});

describe('paperWithDigests', () => {
  it('finds a paper and the digests that hold it, without those that are gone', async () => {
    await mergeBundle({ digests: bundle.digests, papers: [paper('p1', 'd1', 'gone')] }, '1', db);
    expect(await paperWithDigests('p1', db)).toEqual({ paper: paper('p1', 'd1', 'gone'), digests: bundle.digests });
    expect(await paperWithDigests('p9', db)).toBeUndefined();
  });
});

it('gives the title of a paper for display', async () => {
  const papers = [{ ...paper('p1'), title: 'S^{2}FT: Fine-tuning by Structured Sparsity' }];
  await mergeBundle({ digests: [], papers }, '1', db);
  expect(await titleOf('p1', db)).toBe('S²FT: Fine-tuning by Structured Sparsity');
  expect(await titleOf('p9', db)).toBeUndefined();
});
