/** Labels and order of digests. */
import type { Digest } from '../model/paper.ts';

/**
 * The label of a digest for `digest:`, in English like the rest of the query language. It begins
 * with the date, or says that there is none.
 */
export function digestLabel(digest: Digest): string {
  return isUndated(digest) ? `Undated · ${digest.name}` : digest.name;
}

/** Whether a digest lacks the date that it should have. Bibliographies have none. */
export function isUndated({ date, source }: Digest): boolean {
  return date === null && (source === 'bundled' || source === 'file');
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Day of the year of a date label ("Mar 12"), or -1 for none. Labels have no year, so December
 * sorts after January: around New Year this order is wrong by a few digests, which is better than
 * an invented year.
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
