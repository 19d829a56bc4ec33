import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearnedId, Paper } from '../../../lib/core/model/paper.ts';
import { readChangeLog } from '../../../lib/db/change-log.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import {
  forget,
  forgetAll,
  forgottenRevision,
  learn,
  learnedOf,
  paperKnownAs,
  papersTaught,
  remember,
} from '../../../lib/db/learned.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';

const paper = (id: string): Paper => ({ id, title: `Title of ${id}`, abstract: '', digestIds: ['d'], codeLinks: [] });
const bundle = { digests: [], papers: [paper('p1'), paper('p2')] };
const arxiv: LearnedId = { kind: 'arxiv', id: '2406.01234', host: 'arxiv.org', day: '2026-11-29', isProven: true };
const doi: LearnedId = { kind: 'doi', id: '10.1145/1', host: 'blog.example', day: '2026-11-29', isProven: false };

let db: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`learned-${count++}`);
  await mergeBundle(bundle, 'one', db);
  await db.unindexed.clear();
});
afterEach(() => db.delete());

const known = async (id: string) => (await db.papers.get(id))?.known;

describe('learn', () => {
  it('separates hearsay from facts, and only facts become known ids', async () => {
    expect(await learn('p1', [arxiv, doi], db)).toBe(true);
    expect(await known('p1')).toEqual({ arxiv: '2406.01234' });
    expect(await learnedOf('p1', db)).toEqual([arxiv, doi]);
    expect(await learn('p1', [arxiv, { ...doi, day: '2026-12-24' }], db)).toBe(false);
    expect(await learnedOf('p1', db)).toEqual([arxiv, doi]);
  });

  it('stores nothing of papers that are not in the catalogue', async () => {
    await learn('p9', [arxiv], db);
    expect(await db.papers.count()).toBe(2);
  });

  it('logs a paper only when it gets its first id, as keeping its title', async () => {
    await learn('p1', [doi], db);
    expect(await readChangeLog(db)).toMatchObject([{ paperIds: ['p1'], keepsTitle: true }]);
    await learn('p1', [arxiv], db);
    expect(await readChangeLog(db)).toHaveLength(1);
  });

  it('finds papers only by proven ids', async () => {
    await learn('p2', [arxiv, doi], db);
    expect(await paperKnownAs({ arxiv: '2406.01234', doi: '10.1145/9' }, db)).toBe('p2');
    expect(await paperKnownAs({ doi: '10.1145/1' }, db)).toBeUndefined();
    expect(await paperKnownAs({}, db)).toBeUndefined();
  });

  it('survives the digests of a new version', async () => {
    await learn('p1', [arxiv, doi], db);
    await mergeBundle({ ...bundle, papers: [{ ...paper('p1'), abstract: 'New.' }] }, 'two', db);
    expect(await db.papers.get('p1')).toMatchObject({
      abstract: 'New.',
      known: { arxiv: '2406.01234' },
      learned: [arxiv, doi],
    });
  });
});

describe('forget', () => {
  it('removes one id, and changes the revision for those who keep copies', async () => {
    await learn('p1', [arxiv, doi], db);
    await forget('p1', arxiv, db);
    expect(await db.papers.get('p1')).toEqual({ ...paper('p1'), learned: [doi] });
    expect(await forgottenRevision(db)).not.toBe('');
    expect(await readChangeLog(db)).toHaveLength(1);
    await forget('p1', doi, db);
    expect(await readChangeLog(db)).toHaveLength(2);
  });

  it('of one of two contradicting facts makes the other one known', async () => {
    const other = { ...arxiv, id: '2406.99999' };
    await learn('p1', [arxiv], db);
    await learn('p1', [other], db);
    expect(await known('p1')).toBeUndefined();
    await forget('p1', arxiv, db);
    expect(await known('p1')).toEqual({ arxiv: '2406.99999' });
  });

  it('of all papers leaves nothing, and can be undone', async () => {
    await learn('p1', [arxiv, doi], db);
    await learn('p2', [doi], db);
    const before = await db.papers.toArray();
    expect(await papersTaught(db)).toHaveLength(2);
    const forgotten = await forgetAll(db);
    expect(await db.papers.toArray()).toEqual([paper('p1'), paper('p2')]);
    expect(await papersTaught(db)).toEqual([]);
    await remember(forgotten, db);
    expect(await db.papers.toArray()).toEqual(before);
  });
});
