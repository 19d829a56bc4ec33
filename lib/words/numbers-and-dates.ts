/** Numbers and dates as the language of the words writes them. */
import { language } from './words.ts';

/** "12,000". */
export function formatNumber(number: number): string {
  return number.toLocaleString(language());
}

/** A moment, in milliseconds since 1970, as a date: "12 Mar 2026" with these options. */
export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  return new Date(time).toLocaleDateString(language(), options);
}

/** Several things: "title:, year: and tag:"; as a disjunction with "or". */
export function formatList(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  const of = language();
  // American English would have a comma before "and".
  return new Intl.ListFormat(of.startsWith('en') ? 'en-GB' : of, { type }).format(items);
}

/** A moment, in milliseconds since 1970, as a date with its time: "3/4/2026, 12:00:00 PM". */
export function formatMoment(time: number, options: Intl.DateTimeFormatOptions = {}): string {
  return new Date(time).toLocaleString(language(), options);
}
