import { expect, it, vi } from 'vitest';
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
  });
  for (let i = 0; i < 20; i++) await shelf.get(idsFrom(i * 500, (i + 1) * 500));
  expect(count).toBe(10_000);
  await shelf.get(idsFrom(9500, 10_000));
  expect(count).toBe(10_000);
  await shelf.get(['p0']);
  expect(count).toBe(10_001);
  expect((await shelf.get(idsFrom(0, 5000))).size).toBe(5000);
});
