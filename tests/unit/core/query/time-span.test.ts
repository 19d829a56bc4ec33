import { expect, it } from 'vitest';
import { isWithin, mayBecomeTimeSpan, timeSpan } from '../../../../lib/core/query/time-span.ts';

const at = (year: number, month: number): number => new Date(year, month - 1, 1).getTime();

it.each([
  ['2026', at(2026, 1), at(2027, 1)],
  ['2026-11', at(2026, 11), at(2026, 12)],
  ['2026-12', at(2026, 12), at(2027, 1)],
  ['2026-05..2026-08', at(2026, 5), at(2026, 9)],
  ['2026-08..2026-05', at(2026, 5), at(2026, 9)],
  ['2025..2026', at(2025, 1), at(2027, 1)],
  ['2026-05…', at(2026, 5), Number.POSITIVE_INFINITY],
  ['..2026-05', 0, at(2026, 6)],
])('the time of “%s”', (value, from, to) => {
  expect(timeSpan(value)).toEqual({ from, to });
  expect([isWithin(from, value), isWithin(to, value)]).toEqual([true, false]);
});

it.each(['', '..', '26', '2026-13', '2026-1', '2026-052026-08', 'may', '2026-05-01'])('“%s” is no time', (value) => {
  expect(timeSpan(value)).toBeUndefined();
  expect(isWithin(at(2026, 5), value)).toBe(false);
});

it('an unfinished time span is not reported as a mistake', () => {
  for (const whole of ['2026-11', '2026-05..2026-08', '..2026', '2025…2026-10']) {
    for (let i = 0; i <= whole.length; i++) {
      const begun = whole.slice(0, i);
      expect(timeSpan(begun) !== undefined || mayBecomeTimeSpan(begun), begun).toBe(true);
    }
  }
  for (const wrong of ['abc', '2026-2', '20261', '2026-05..20266']) expect(mayBecomeTimeSpan(wrong)).toBe(false);
});
