import { describe, expect, it } from 'vitest';
import { ageOf, dayOf } from '../../../../components/queue/saved-date.ts';

const now = new Date(2026, 10, 29, 1, 30).getTime();
const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();

describe('ageOf', () => {
  it.each([
    ['today', at(2026, 11, 29, 0)],
    ['yesterday', at(2026, 11, 28, 23)],
    ['6 days ago', at(2026, 11, 23)],
    ['13 days ago', at(2026, 11, 16)],
    ['2 weeks ago', at(2026, 11, 15)],
    ['2 months ago', at(2026, 9, 29)],
    ['last year', at(2025, 11, 28)],
    ['3 years ago', at(2023, 11, 1)],
    // A clock that was set back.
    ['today', at(2027, 1, 1)],
  ])('is %s', (age, saved) => {
    expect(ageOf(saved, now)).toBe(age);
  });
});

describe('dayOf', () => {
  it('includes the year only if it is not the current one', () => {
    expect(dayOf(at(2026, 3, 12), now)).not.toContain('2026');
    expect(dayOf(at(2025, 3, 12), now)).toContain('2025');
  });
});
