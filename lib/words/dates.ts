/** Dates as the language of the words writes them. */
import { language } from './words.ts';

/** A moment, in milliseconds since 1970, as a date with these options. */
export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  return new Date(time).toLocaleDateString(language(), options);
}

/** The day of a moment, in milliseconds since 1970: "Mar 12, 2026". */
export function formatDay(time: number): string {
  return formatDate(time, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A moment, in milliseconds since 1970, as a date with its time: "3/4/2026, 12:00:00 PM". */
export function formatMoment(time: number, options: Intl.DateTimeFormatOptions = {}): string {
  return new Date(time).toLocaleString(language(), options);
}
