import { expect, it } from 'vitest';
import { blankEntry, type ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { monthsUpTo, newPapersOf } from '../../../../lib/core/model/months.ts';
import type { Digest } from '../../../../lib/core/model/paper.ts';
import { NEVER, nextStamp } from '../../../../lib/core/model/stamp.ts';

const at = (year: number, month: number, day = 15): number => new Date(year, month - 1, day).getTime();
const source = (id: string, addedAt: number | undefined, paperIds: string[]): Digest => ({
  ...{ id, name: id, date: null, source: 'bibliography', paperIds },
  ...(addedAt !== undefined && { addedAt }),
});
const listed = (paperId: string, addedAt: number, readAt?: number): ReadingListEntry => {
  const entry = { ...blankEntry(paperId), addedAt, deletedAt: null };
  if (readAt === undefined) return entry;
  return { ...entry, status: 'read', stamps: { ...entry.stamps, status: nextStamp(NEVER, readAt, 'here') } };
};

it('lists the months up to now, across the turn of a year', () => {
  const names = monthsUpTo(at(2026, 2), 4, [], []).map(({ name }) => name);
  expect(names).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

it('names a month correctly on its last day, before shorter months too', () => {
  expect(monthsUpTo(at(2026, 3, 31), 3, [], []).map(({ name }) => name)).toEqual(['2026-01', '2026-02', '2026-03']);
});

it('a source counts the papers that none before it had; those without a date count for none', () => {
  const sources = [
    source('later', at(2026, 2), ['a', 'b', 'c', 'd']),
    source('bundled', undefined, ['a']),
    source('earlier', at(2026, 1), ['b']),
    source('again', at(2026, 2), ['a', 'b']),
  ];
  const came = monthsUpTo(at(2026, 2), 2, sources, []).map((month) =>
    month.came.map(({ source: { id }, count }) => [id, count]),
  );
  expect(came).toEqual([[['earlier', 1]], [['later', 2]]]);
});

it('a source brings what none before it had, and the bundle was there before all', () => {
  const sources = [source('library', at(2026, 1), ['a', 'b', 'c']), source('bundled', undefined, ['a'])];
  expect([...newPapersOf(sources)].map(([{ id }, count]) => [id, count])).toEqual([
    ['bundled', 1],
    ['library', 2],
  ]);
});

it('entries count where they were saved and where they were read; removed ones do not', () => {
  const entries = [
    listed('a', at(2026, 1)),
    listed('b', at(2026, 1), at(2026, 2)),
    listed('c', at(2019, 1), at(2026, 2)),
    { ...listed('d', at(2026, 1)), deletedAt: at(2026, 2) },
  ];
  const months = monthsUpTo(at(2026, 2), 2, [], entries);
  expect(months.map(({ saved, read }) => [saved, read])).toEqual([
    [2, 0],
    [0, 2],
  ]);
});
