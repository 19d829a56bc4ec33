import { expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '../../../../lib/core/model/paper.ts';
import { PaperStore } from '../../../../lib/core/search/paper-store.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';

const paper = (id: PaperId): Paper => ({ id, title: id, abstract: `Of ${id}`, digestIds: [], codeLinks: [] });
const idsFrom = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `p${from + i}`);

it('reads each paper once, and leaves out those that are gone', async () => {
  const read = vi.fn(async (ids: readonly PaperId[]) => ids.map((id) => (id === 'gone' ? undefined : paper(id))));
  const store = new PaperStore(read);
  expect([...(await store.get(['a', 'gone', 'b'])).keys()]).toEqual(['a', 'b']);
  expect([...(await store.get(['b', 'c', 'a'])).keys()]).toEqual(['b', 'c', 'a']);
  expect(read.mock.calls).toEqual([[['a', 'gone', 'b']], [['c']]]);
  expect(store.foldedAbstract('a')).toBe('ofa');
});

it('holds a bounded number of papers, those just asked for among them', async () => {
  let count = 0;
  const store = new PaperStore(
    async (ids) => {
      count += ids.length;
      return ids.map(paper);
    },
    undefined,
    { maxCached: 100 },
  );
  const some = 5;
  for (let i = 0; i < 25; i++) await store.get(idsFrom(i * some, (i + 1) * some));
  expect(count).toBe(25 * some);
  await store.get(idsFrom(24 * some, 25 * some));
  expect(count).toBe(25 * some);
  await store.get(['p0']);
  expect(count).toBe(25 * some + 1);
  expect((await store.get(idsFrom(0, 200))).size).toBe(200);
});

it('lists papers of its index without reading them, and reads others', async () => {
  const read = vi.fn(async (ids: readonly PaperId[]) => ids.map((id) => (id === 'gone' ? undefined : paper(id))));
  const [first, second] = ['0'.repeat(16), '1'.repeat(16)] as [string, string];
  const index = indexPapers([first, second].map((id) => ({ ...paper(id), known: { arxiv: '2406.01234' } })));
  const store = new PaperStore(read, index);
  expect([...(await store.listed([second, first])).values()]).toEqual([paper(second), paper(first)]);
  expect(read).not.toHaveBeenCalled();
  expect([...(await store.listed(['a', first, 'gone'])).keys()]).toEqual(['a', first]);
  expect(read.mock.calls).toEqual([[['a', 'gone']]]);
  // What pages tell of a paper is in the database alone.
  await store.get([first]);
  expect(read.mock.calls.slice(1)).toEqual([[[first]]]);
  // Papers may have changed since an index was made that is not current.
  const stale = new PaperStore(read, index, { isCurrent: false });
  await stale.listed([first, second]);
  expect(read.mock.calls.slice(2)).toEqual([[[first, second]]]);
});

it('has folded abstracts of papers that were read or are in its index', async () => {
  const store = new PaperStore(async (ids) => ids.map(paper), undefined, { maxCached: 100 });
  expect([store.hasAbstract('a'), store.foldedAbstract('a')]).toEqual([false, '']);
  await store.get(['c']);
  expect([store.hasAbstract('c'), store.foldedAbstract('c')]).toEqual([true, 'ofc']);
  const id = '0'.repeat(16);
  const indexed = new PaperStore(
    () => Promise.reject(new Error('read')),
    indexPapers([{ ...paper(id), abstract: 'x'.repeat(1e5) }]),
  );
  expect([indexed.hasAbstract(id), indexed.foldedAbstract(id)]).toEqual([true, 'x'.repeat(20_000)]);
});
