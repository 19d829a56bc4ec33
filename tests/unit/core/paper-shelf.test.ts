import { expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '../../../lib/core/paper.ts';
import { KEPT, PaperShelf } from '../../../lib/core/paper-shelf.ts';

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
  const some = KEPT / 20;
  for (let i = 0; i < 25; i++) await shelf.get(idsFrom(i * some, (i + 1) * some));
  expect(count).toBe(25 * some);
  await shelf.get(idsFrom(24 * some, 25 * some));
  expect(count).toBe(25 * some);
  await shelf.get(['p0']);
  expect(count).toBe(25 * some + 1);
  expect((await shelf.get(idsFrom(0, 2 * KEPT))).size).toBe(2 * KEPT);
});

it('is filled by turns, and reads nothing then', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map(paper);
  const shelf = new PaperShelf(async () => {
    throw new Error('read');
  });
  const asked: PaperId[] = [];
  await shelf.fill(async (after) => {
    asked.push(after);
    return all.filter(({ id }) => id > after).slice(0, 2);
  });
  expect(asked).toEqual(['', 'b', 'd', 'e']);
  expect([...(await shelf.get(['e', 'a'])).keys()]).toEqual(['e', 'a']);
});
