import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../../lib/core/digests/digest-label.ts';
import type { Digest } from '../../../../lib/core/model/paper.ts';

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

  it('goes by the day in the year, however the month is written', () => {
    const dates = ['Dec. 31', 'Oct 1', 'Sept 30', 'Feb 1', 'Jan 31', 'January 2', 'Jan 1'];
    const digests = dates.toReversed().map((date) => digest(date, date));
    expect(newestFirst(digests).map(({ id }) => id)).toEqual(dates);
  });

  it.each([null, '', '12 Mar', 'Foo 12', 'Mar', '2024-03-12'])('takes %j for no date', (date) => {
    expect(newestFirst([digest('none', date), digest('some', 'Jan 1')]).map(({ id }) => id)).toEqual(['some', 'none']);
  });
});
