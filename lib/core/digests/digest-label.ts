/** What a digest is called in queries, and the order of digests. */
import type { Digest } from '../model/paper.ts';

/**
 * The name of a digest for `digest:`, which is in English as all of the query language; it begins
 * with the date, or with the word that there is none.
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
 * Place of a date label ("Mar 12") in the year, or -1 for none. No year is known, so December
 * counts as later than January: around New Year a list in this order is wrong by a few digests,
 * which is better than an invented year.
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
