/** Dates as the language of the words writes them. */
import { language } from './words.ts';

/** A moment, in milliseconds since 1970, as a date: "12 Mar 2026" with these options. */
export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  return new Date(time).toLocaleDateString(language(), options);
}

/** A moment, in milliseconds since 1970, as a date with its time: "3/4/2026, 12:00:00 PM". */
export function formatMoment(time: number, options: Intl.DateTimeFormatOptions = {}): string {
  return new Date(time).toLocaleString(language(), options);
}
