import 'fake-indexeddb/auto';
import '../../fixtures/file-reader.ts';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { indexPapers } from '../../../lib/core/search-index/build-index.ts';
import { allPapers } from '../../../lib/db/catalogue.ts';
import { logChanges, readChangeLog } from '../../../lib/db/change-log.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { mergeBundle } from '../../../lib/db/merge-bundle.ts';
import { indexState, loadIndex, updateIndex } from '../../../lib/db/search-index.ts';

const { catalogue } = bundleDigests(resolve(import.meta.dirname, '../../../seeds'));
const atOnce = async (): Promise<void> => {};

let db: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`search-index-${count++}`);
  await mergeBundle(catalogue, 'one', db);
});
afterEach(() => db.delete());

/** Has the index follow the change log, as the background does. */
const refresh = async (pause = atOnce, rebuild = false): Promise<void> =>
  updateIndex(await readChangeLog(db), pause, rebuild, db);

/** The stored index is that of the papers in the database. */
const expectWhole = async (): Promise<void> => {
  expect(await indexState(db)).toEqual({ name: expect.any(String), isStale: false });
  expect((await loadIndex(db))?.arrays).toEqual(indexPapers(await allPapers(db)).arrays);
};

describe('updateIndex', () => {
  it('indexes all papers where there is no index', async () => {
    expect(await indexState(db)).toEqual({ name: undefined, isStale: true });
    expect(await loadIndex(db)).toBeUndefined();
    await refresh();
    await expectWhole();
  });

  it('ignores an index without a head, which older versions stored', async () => {
    const file = new Blob([new Uint8Array(21e6)]);
    await db.searchIndex.put({ key: 'papers', file });
    expect(await loadIndex(db)).toBeUndefined();
  });

  it('does nothing where the index has all papers', async () => {
    await refresh();
    const { name } = await indexState(db);
    await refresh();
    expect((await indexState(db)).name).toBe(name);
  });

  it('adds new papers, updates changed ones and drops deleted ones, without reading the others', async () => {
    await refresh();
    const [changed, gone, secretly] = catalogue.papers as [Paper, Paper, Paper];
    const come: Paper = { ...changed, id: '0123456789abcdef', title: 'Gardening for Machines' };
    await db.transaction('rw', db.papers, db.unindexed, async () => {
      await db.papers.bulkPut([come, { ...changed, abstract: 'Of something else.' }]);
      await db.papers.delete(gone.id);
      await logChanges(db, [come.id, changed.id, gone.id]);
    });
    expect((await indexState(db)).isStale).toBe(true);
    await refresh();
    await expectWhole();
    // Nobody said that this one changed: had all papers been read again, the index would know.
    await db.papers.update(secretly.id, { abstract: 'Xyzzy.' });
    await logChanges(db, [come.id]);
    await refresh();
    expect((await loadIndex(db))?.words.find('xyzzy')).toBe(-1);
  });

  it('leaves what is logged meanwhile to the next run', async () => {
    let isWritten = false;
    await refresh(async () => {
      if (isWritten) return;
      isWritten = true;
      await db.transaction('rw', db.papers, db.unindexed, async () => {
        const [first] = catalogue.papers;
        await db.papers.update(first?.id as string, { abstract: 'Xyzzy.' });
        await logChanges(db, [first?.id as string]);
      });
    });
    expect((await indexState(db)).isStale).toBe(true);
    await refresh();
    await expectWhole();
    expect((await loadIndex(db))?.words.find('xyzzy')).not.toBe(-1);
  });

  it.each<[what: string, damage: (buffer: ArrayBuffer) => unknown]>([
    ['cut short', (buffer) => new Blob([buffer.slice(0, -4)])],
    ['of an older version', (buffer) => new Blob([new Uint32Array(buffer).with(1, 1)])],
    ['no file', () => 'index'],
    ['gone', () => undefined],
  ])('rebuilds an index that is %s', async (_, damage) => {
    await refresh();
    const stored = await db.searchIndex.get('papers');
    const buffer = (await stored?.file.arrayBuffer()) as ArrayBuffer;
    await db.searchIndex.put({ key: 'papers', file: damage(buffer) as Blob });
    expect(await loadIndex(db)).toBeUndefined();
    await refresh(atOnce, true);
    await expectWhole();
  });

  it('rebuilds a damaged index when papers come, though nobody reported it', async () => {
    await refresh();
    await db.searchIndex.put({ key: 'papers', file: new Blob(['not an index']) });
    await logChanges(db, [catalogue.papers[0]?.id as string]);
    await refresh();
    await expectWhole();
  });

  it('leaves the stored index as it was when the new one can’t be stored', async () => {
    await refresh();
    const before = await indexState(db);
    await logChanges(db, [catalogue.papers[0]?.id as string]);
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.meta.hook('updating', refuse);
    await expect(refresh()).rejects.toThrow();
    expect(await indexState(db)).toEqual({ ...before, isStale: true });
    db.meta.hook('updating').unsubscribe(refuse);
    await refresh();
    await expectWhole();
  });
});

describe('The change log', () => {
  it('of an earlier version, with a row per paper, is read and deleted like today’s', async () => {
    await refresh();
    const [{ id }] = catalogue.papers as [Paper];
    await db.papers.update(id, { title: 'A title of today' });
    await db.unindexed.add({ paperId: id } as never);
    expect(await readChangeLog(db)).toEqual([{ id: expect.any(Number), paperIds: [id] }]);
    await refresh();
    expect((await indexState(db)).isStale).toBe(false);
    await expectWhole();
  });
});

describe('mergeBundle', () => {
  it('logs only papers for which the index changes, and says which of them keep their title', async () => {
    await refresh();
    await mergeBundle(catalogue, 'two', db);
    expect((await indexState(db)).isStale).toBe(false);
    const [first] = catalogue.papers as [Paper];
    await mergeBundle({ digests: [], papers: [{ ...first, abstract: 'New.' }] }, 'three', db);
    expect(await readChangeLog(db)).toEqual([{ id: expect.any(Number), paperIds: [first.id], keepsTitle: true }]);
    // Lists tell the digests of a paper, and read it from the index.
    const [, second] = catalogue.papers as [Paper, Paper];
    await mergeBundle({ digests: [], papers: [{ ...second, digestIds: ['another'] }] }, 'four', db);
    await mergeBundle({ digests: [], papers: [{ ...second, id: '0123456789abcdef', title: 'Another' }] }, 'five', db);
    expect(await readChangeLog(db)).toMatchObject([
      { paperIds: [first.id] },
      { paperIds: [second.id], keepsTitle: true },
      { paperIds: ['0123456789abcdef'] },
    ]);
    expect((await readChangeLog(db)).at(-1)).not.toHaveProperty('keepsTitle');
    await refresh();
    await expectWhole();
  });
});
