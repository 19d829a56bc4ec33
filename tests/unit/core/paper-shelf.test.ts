import { expect, it, vi } from 'vitest';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Paper, PaperId } from '../../../lib/core/paper.ts';
import { PaperShelf } from '../../../lib/core/paper-shelf.ts';

const paper = (id: PaperId): Paper => ({ id, title: id, abstract: `Of ${id}`, digestIds: [], codeLinks: [] });
const idsFrom = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `p${from + i}`);

it('reads each paper once, and tells those that are gone by leaving them out', async () => {
  const read = vi.fn(async (ids: readonly PaperId[]) => ids.map((id) => (id === 'gone' ? undefined : paper(id))));
  const shelf = new PaperShelf(read);
  expect([...(await shelf.get(['a', 'gone', 'b'])).keys()]).toEqual(['a', 'b']);
  expect([...(await shelf.get(['b', 'c', 'a'])).keys()]).toEqual(['b', 'c', 'a']);
  expect(read.mock.calls).toEqual([[['a', 'gone', 'b']], [['c']]]);
  expect(shelf.foldedAbstract('a')).toBe('ofa');
});

it('holds a bounded number of papers, those just asked for among them', async () => {
  let count = 0;
  const shelf = new PaperShelf(async (ids) => {
    count += ids.length;
    return ids.map(paper);
  }, 100);
  const some = 5;
  for (let i = 0; i < 25; i++) await shelf.get(idsFrom(i * some, (i + 1) * some));
  expect(count).toBe(25 * some);
  await shelf.get(idsFrom(24 * some, 25 * some));
  expect(count).toBe(25 * some);
  await shelf.get(['p0']);
  expect(count).toBe(25 * some + 1);
  expect((await shelf.get(idsFrom(0, 200))).size).toBe(200);
});

it('lists papers of an index without reading them, and others as they are', async () => {
  const read = vi.fn(async (ids: readonly PaperId[]) => ids.map((id) => (id === 'gone' ? undefined : paper(id))));
  const shelf = new PaperShelf(read);
  const [first, second] = ['0'.repeat(16), '1'.repeat(16)] as [string, string];
  shelf.lookInto(indexPapers([first, second].map((id) => ({ ...paper(id), known: { arxiv: '2406.01234' } }))));
  expect([...(await shelf.listed([second, first])).values()]).toEqual([paper(second), paper(first)]);
  expect(read).not.toHaveBeenCalled();
  expect([...(await shelf.listed(['a', first, 'gone'])).keys()]).toEqual(['a', first]);
  expect(read.mock.calls).toEqual([[['a', 'gone']]]);
  // What pages tell of a paper is in the database alone.
  await shelf.get([first]);
  expect(read.mock.calls.slice(1)).toEqual([[[first]]]);
  // Another index, or none: papers may be others now.
  shelf.lookInto(undefined);
  expect(shelf.hasAbstract(first)).toBe(false);
  await shelf.listed([first, second]);
  expect(read.mock.calls.slice(2)).toEqual([[[first, second]]]);
});

it('knows folded abstracts that were kept, of papers that are here, and of those that are given', async () => {
  const shelf = new PaperShelf(async (ids) => ids.map(paper), 100);
  expect(shelf.hasAbstract('a')).toBe(false);
  expect(shelf.foldedAbstract('a')).toBe('');
  shelf.takeAbstracts([['b', 'kept']]);
  expect([shelf.hasAbstract('b'), shelf.foldedAbstract('b')]).toEqual([true, 'kept']);
  await shelf.get(['c']);
  expect([shelf.hasAbstract('c'), shelf.foldedAbstract('c')]).toEqual([true, 'ofc']);
  expect(shelf.foldedAbstract('d', () => 'x'.repeat(1e5))).toBe('x'.repeat(20_000));
  shelf.takeAbstracts(idsFrom(0, 200).map((id) => [id, id]));
  expect(shelf.hasAbstract('b')).toBe(false);
  expect(shelf.hasAbstract('p199')).toBe(true);
});
