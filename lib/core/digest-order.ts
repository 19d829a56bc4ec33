/** The order of digests by their date labels. */
import type { Digest } from './paper.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Place of a date label ("Mar 12") in the year, or -1 for none. No year is known, so December counts as later than January:
 * around New Year a list in this order is wrong by a few digests, which is better than an invented year.
 */
function dayInYear(date: string | null): number {
  const [, month, day] = /^([a-z]{3})[a-z]*\.? (\d{1,2})\b/i.exec(date ?? '') ?? [];
  const index = MONTHS.indexOf(month?.toLowerCase() ?? '');
  return index < 0 ? -1 : index * 31 + Number(day);
}

/** The digests, latest date first; those without a date last. */
export function newestFirst(digests: Iterable<Digest>): Digest[] {
  return [...digests].sort((a, b) => dayInYear(b.date) - dayInYear(a.date));
}
