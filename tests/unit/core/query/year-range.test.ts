import { expect, it } from 'vitest';
import { mayBecomeYears, yearRange } from '../../../../lib/core/query/year-range.ts';

it.each([
  ['2021', [2021, 2021]],
  ['2019..2023', [2019, 2023]],
  ['2023..2019', [2019, 2023]],
  ['2019…2023', [2019, 2023]],
  ['2019-2023', [2019, 2023]],
  ['2019..', [2019, 9999]],
  ['..2023', [0, 2023]],
  ['..', undefined],
  ['21', undefined],
  ['20211', undefined],
  ['twenty', undefined],
  ['2019..x', undefined],
])('the years of “%s” are %j', (value, years) => {
  expect(yearRange(value)).toEqual(years);
});

it('an unfinished year range is not reported as a mistake', () => {
  for (const whole of ['2019..2023', '..2023', '2019…2023']) {
    for (let i = 0; i <= whole.length; i++) expect(mayBecomeYears(whole.slice(0, i))).toBe(true);
  }
  for (const wrong of ['abc', '20a', '20211', '2019..20233']) expect(mayBecomeYears(wrong)).toBe(false);
});
