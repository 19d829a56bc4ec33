import { describe, expect, it } from 'vitest';
import { dayInYear, newestFirst } from '../../../lib/core/digest-order.ts';
import type { Digest } from '../../../lib/core/paper.ts';

const digest = (id: string, date: string | null): Digest => ({ id, date, name: id, source: 'bundled', paperIds: [] });

describe('newestFirst', () => {
  it('puts the latest date first and those without a date last, in the order in which they came', () => {
    const digests = [
      digest('a', null),
      digest('b', 'Mar 12'),
      digest('c', 'Mar 2'),
      digest('d', null),
      digest('e', 'Mar 12'),
      digest('f', 'Apr 1'),
    ];
    expect(newestFirst(digests).map(({ id }) => id)).toEqual(['f', 'b', 'e', 'c', 'a', 'd']);
    expect(digests.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('dayInYear', () => {
  it('grows through the year', () => {
    const dates = ['Jan 1', 'January 2', 'Jan 31', 'Feb 1', 'Sept 30', 'Oct 1', 'Dec. 31'];
    const days = dates.map(dayInYear);
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
  });

  it.each([null, '', '12 Mar', 'Foo 12', 'Mar', '2024-03-12'])('is -1 for %j', (date) => {
    expect(dayInYear(date)).toBe(-1);
  });
});
