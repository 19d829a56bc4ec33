/**
 * When the browser's sync may be written: browsers take 120 operations a minute and 1,800 an hour,
 * of which a writing needs up to two.
 */

/** Milliseconds from one writing to the next: 600 an hour. */
export const WRITING_GAP_MS = 6000;
/** Milliseconds after a change before it is written, so that others come along. */
export const WRITING_PAUSE_MS = 1500;

/**
 * Milliseconds, at most, by which a writing that had to wait comes later than it could, at random.
 * Machines that write in step, where not all fits, may each undo what the others chose, again and
 * again.
 */
export const SPREAD = 3000;

/**
 * Milliseconds to wait for a refused writing to be tried again: browsers count by the minute, and
 * by the hour.
 */
const RETRY = { minute: 65_000, hour: 600_000 };

/**
 * Milliseconds to wait at `now` before the next writing, after the last one at `last`. A clock that
 * was put back since makes no difference.
 */
export function waitBeforeWriting(last: number, now: number): number {
  return Math.max(0, Math.min(last, now) + WRITING_GAP_MS - now);
}

/**
 * What went wrong, as the settings say it. `rate`: too many writings; `full`: items of somebody
 * else leave no room.
 */
export type Failure = 'rate' | 'full' | 'other';

/**
 * What a browser's refusal means. Chromium names the quota; Firefox has one sentence for all
 * quotas, and none for the rate.
 */
export function failureOf(message: string): { failure: Failure; retry: number } {
  if (/MAX_WRITE_OPERATIONS_PER_HOUR/.test(message)) return { failure: 'rate', retry: RETRY.hour };
  if (/MAX_(?:SUSTAINED_)?WRITE_OPERATIONS/.test(message)) return { failure: 'rate', retry: RETRY.minute };
  if (/quota/i.test(message)) return { failure: 'full', retry: RETRY.hour };
  return { failure: 'other', retry: RETRY.minute };
}
