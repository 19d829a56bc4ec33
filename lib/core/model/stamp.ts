/**
 * Stamps that order changes made on several machines: a hybrid logical clock (Kulkarni et al.,
 * "Logical physical clocks", 2014). A change that was made with another in sight is always the
 * later one, also when the machine's clock is slow.
 */

/**
 * When and where something was changed. Later stamps are larger strings; no two changes share one.
 */
export type Stamp = string;

/** Before every change. */
export const NEVER: Stamp = '';

/** Milliseconds in base 36: enough until the year 5188. */
const TIME_DIGITS = 9;
/** Counts changes within one millisecond, in base 36. */
const COUNT_DIGITS = 4;
const MAX_COUNT = 36 ** COUNT_DIGITS - 1;

/**
 * The stamp of a change that is made now, later than `last`, the latest stamp that this machine
 * made or saw. `now` is in milliseconds since the Unix epoch; `node` names the machine: a few
 * letters and digits.
 */
export function nextStamp(last: Stamp, now: number, node: string): Stamp {
  const before = readStamp(last);
  let [time, count] = [Math.max(0, Math.floor(now)), 0];
  if (before && before.time >= time) [time, count] = [before.time, before.count + 1];
  if (count > MAX_COUNT) [time, count] = [time + 1, 0];
  return writeStamp({ time, count, node });
}

/** What a stamp is made of. */
export interface StampParts {
  /** Milliseconds since the Unix epoch. */
  time: number;
  /** Which of the changes within that millisecond. */
  count: number;
  /** Name of the machine. */
  node: string;
}

/** Formats a stamp. */
export function writeStamp({ time, count, node }: StampParts): Stamp {
  return `${digits(time, TIME_DIGITS)}${digits(count, COUNT_DIGITS)}-${node}`;
}

/** The later of two stamps. */
export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return a > b ? a : b;
}

/** Whether a text from elsewhere is a stamp. */
export function isStamp(text: unknown): text is Stamp {
  return typeof text === 'string' && (text === NEVER || readStamp(text) !== undefined);
}

/** The parts of a stamp; undefined for {@link NEVER} and for what is no stamp. */
export function readStamp(stamp: Stamp): StampParts | undefined {
  const match = /^([0-9a-z]{9})([0-9a-z]{4})-([0-9a-z]{1,16})$/.exec(stamp);
  if (!match) return undefined;
  const [, time, count, node] = match as unknown as [string, string, string, string];
  return { time: Number.parseInt(time, 36), count: Number.parseInt(count, 36), node };
}

/**
 * When a stamp was given, by the clock of its machine, in milliseconds since the Unix epoch; 0 for
 * none.
 */
export function stampTime(stamp: Stamp): number {
  return readStamp(stamp)?.time ?? 0;
}

function digits(number: number, length: number): string {
  return number.toString(36).padStart(length, '0');
}
