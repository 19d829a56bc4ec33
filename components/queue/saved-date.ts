/** Formats when a paper was saved. */
import { formatDate } from '../../lib/words/dates.ts';
import { language } from '../../lib/words/words.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Units of age, their lengths in days, and the ages in days from which they are used. */
const units: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 365, 365],
  ['month', 30, 60],
  ['week', 7, 14],
  ['day', 1, 0],
];

/** The day, with its year unless it is the current one: "12 Mar". */
export function dayOf(at: number, now = Date.now()): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatDate(at, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** The age in whole units: "today", "3 weeks ago". */
export function ageOf(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  const [unit, length] = units.find(([, , from]) => days >= from) ?? ['day', 1];
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(
    -Math.floor(Math.max(0, days) / length),
    unit,
  );
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
