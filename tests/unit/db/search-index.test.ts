import 'fake-indexeddb/auto';
import './file-reader.ts';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Paper } from '../../../lib/core/paper.ts';
import { allPapers, mergeBundle } from '../../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { indexState, loadIndex, settleIndex } from '../../../lib/db/search-index.ts';
import { noteUnindexed } from '../../../lib/db/unindexed.ts';

const { catalogue } = bundleDigests(resolve(import.meta.dirname, '../../../seeds'));
const atOnce = async (): Promise<void> => {};

let db: PaperlightDatabase;
let count = 0;
beforeEach(async () => {
  db = new PaperlightDatabase(`search-index-${count++}`);
  await mergeBundle(catalogue, 'one', db);
});
afterEach(() => db.delete());

/** The stored index is that of the papers in the database. */
const expectWhole = async (): Promise<void> => {
  expect(await indexState(db)).toEqual({ name: expect.any(String), isStale: false });
  expect((await loadIndex(db))?.arrays).toEqual(indexPapers(await allPapers(db)).arrays);
};

describe('settleIndex', () => {
  it('indexes all papers where there is no index', async () => {
    expect(await indexState(db)).toEqual({ name: undefined, isStale: true });
    expect(await loadIndex(db)).toBeUndefined();
    await settleIndex(atOnce, false, db);
    await expectWhole();
  });

  it('takes an index without a head, which older versions stored, for none', async () => {
    const file = new Blob([new Uint8Array(21e6)]);
    await db.searchIndex.put({ key: 'papers', file });
    expect(await loadIndex(db)).toBeUndefined();
  });

  it('does nothing where the index has all papers', async () => {
    await settleIndex(atOnce, false, db);
    const { name } = await indexState(db);
    await settleIndex(atOnce, false, db);
    expect((await indexState(db)).name).toBe(name);
  });

  it('adds papers that came, takes those over that changed, and drops those that went, without reading the others', async () => {
    await settleIndex(atOnce, false, db);
    const [changed, gone, secretly] = catalogue.papers as [Paper, Paper, Paper];
    const come: Paper = { ...changed, id: '0123456789abcdef', title: 'Gardening for Machines' };
    await db.transaction('rw', db.papers, db.unindexed, async () => {
      await db.papers.bulkPut([come, { ...changed, abstract: 'Of something else.' }]);
      await db.papers.delete(gone.id);
      await noteUnindexed(db, [come.id, changed.id, gone.id]);
    });
    expect((await indexState(db)).isStale).toBe(true);
    await settleIndex(atOnce, false, db);
    await expectWhole();
    // Nobody said that this one changed: had all papers been read again, the index would know.
    await db.papers.update(secretly.id, { abstract: 'Xyzzy.' });
    await noteUnindexed(db, [come.id]);
    await settleIndex(atOnce, false, db);
    expect((await loadIndex(db))?.words.find('xyzzy')).toBe(-1);
  });

  it('notes what is written while it works, for the next time', async () => {
    let isWritten = false;
    await settleIndex(
      async () => {
        if (isWritten) return;
        isWritten = true;
        await db.transaction('rw', db.papers, db.unindexed, async () => {
          const [first] = catalogue.papers;
          await db.papers.update(first?.id as string, { abstract: 'Xyzzy.' });
          await noteUnindexed(db, [first?.id as string]);
        });
      },
      false,
      db,
    );
    expect((await indexState(db)).isStale).toBe(true);
    await settleIndex(atOnce, false, db);
    await expectWhole();
    expect((await loadIndex(db))?.words.find('xyzzy')).not.toBe(-1);
  });

  it.each<[what: string, damage: (buffer: ArrayBuffer) => unknown]>([
    ['cut short', (buffer) => new Blob([buffer.slice(0, -4)])],
    ['of an older version', (buffer) => new Blob([new Uint32Array(buffer).with(1, 1)])],
    ['no file', () => 'index'],
    ['gone', () => undefined],
  ])('makes an index anew that is %s', async (_, damage) => {
    await settleIndex(atOnce, false, db);
    const stored = await db.searchIndex.get('papers');
    const buffer = (await stored?.file.arrayBuffer()) as ArrayBuffer;
    await db.searchIndex.put({ key: 'papers', file: damage(buffer) as Blob });
    expect(await loadIndex(db)).toBeUndefined();
    await settleIndex(atOnce, true, db);
    await expectWhole();
  });

  it('makes a damaged index anew when papers come, though nobody noticed', async () => {
    await settleIndex(atOnce, false, db);
    await db.searchIndex.put({ key: 'papers', file: new Blob(['not an index']) });
    await noteUnindexed(db, [catalogue.papers[0]?.id as string]);
    await settleIndex(atOnce, false, db);
    await expectWhole();
  });

  it('leaves the stored index as it was when the new one can’t be stored', async () => {
    await settleIndex(atOnce, false, db);
    const before = await indexState(db);
    await noteUnindexed(db, [catalogue.papers[0]?.id as string]);
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.meta.hook('updating', refuse);
    await expect(settleIndex(atOnce, false, db)).rejects.toThrow();
    expect(await indexState(db)).toEqual({ ...before, isStale: true });
    db.meta.hook('updating').unsubscribe(refuse);
    await settleIndex(atOnce, false, db);
    await expectWhole();
  });
});

describe('mergeBundle', () => {
  it('has only those papers indexed again of which the index is another', async () => {
    await settleIndex(atOnce, false, db);
    await mergeBundle(catalogue, 'two', db);
    expect((await indexState(db)).isStale).toBe(false);
    const [first] = catalogue.papers as [Paper];
    await mergeBundle({ digests: [], papers: [{ ...first, abstract: 'New.' }] }, 'three', db);
    expect((await db.unindexed.toArray()).map(({ paperId }) => paperId)).toEqual([first.id]);
    // Lists tell the digests of a paper, and read it from the index.
    const [, second] = catalogue.papers as [Paper, Paper];
    await mergeBundle({ digests: [], papers: [{ ...second, digestIds: ['another'] }] }, 'four', db);
    expect((await db.unindexed.toArray()).map(({ paperId }) => paperId)).toEqual([first.id, second.id]);
    await settleIndex(atOnce, false, db);
    await expectWhole();
  });
});
