/**
 * When to write to the browser's sync: browsers allow 120 operations a minute and 1,800 an hour, of
 * which a write takes up to two.
 */

/** Time between two writes: 600 an hour. */
export const MIN_WRITE_INTERVAL_MS = 6000;
/** Time after a change before it is written, so that further changes join it. */
export const WRITE_DEBOUNCE_MS = 1500;

/**
 * Upper bound of the random delay of a write that had to wait. Machines that write in step, when
 * not all fits, might undo each other's choices again and again.
 */
export const MAX_WRITE_JITTER_MS = 3000;

/** Wait before a refused write is tried again: browsers count by the minute, and by the hour. */
const RETRY_MS = { minute: 65_000, hour: 600_000 };

/**
 * Milliseconds to wait at `now` before the next write, if the last was at `last`. A clock that was
 * set back since makes no difference.
 */
export function waitBeforeWriting(last: number, now: number): number {
  return Math.max(0, Math.min(last, now) + MIN_WRITE_INTERVAL_MS - now);
}

/**
 * What went wrong, as the settings show it. `rate`: too many writes; `full`: items of others leave
 * no room.
 */
export type Failure = 'rate' | 'full' | 'other';

/**
 * Interprets a browser's refusal. Chromium names the quota; Firefox has one message for all quotas,
 * and none for the rate.
 */
export function failureOf(message: string): { failure: Failure; retry: number } {
  if (/MAX_WRITE_OPERATIONS_PER_HOUR/.test(message)) return { failure: 'rate', retry: RETRY_MS.hour };
  if (/MAX_(?:SUSTAINED_)?WRITE_OPERATIONS/.test(message)) return { failure: 'rate', retry: RETRY_MS.minute };
  if (/quota/i.test(message)) return { failure: 'full', retry: RETRY_MS.hour };
  return { failure: 'other', retry: RETRY_MS.minute };
}
