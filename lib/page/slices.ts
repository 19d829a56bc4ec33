/** Work in slices that leave the page its frames. */

/** How long a slice may take, in milliseconds: half of a frame at 60 Hz. */
const SLICE_MS = 8;
/** How long one step may look for titles, in milliseconds, whatever the text costs. */
const STEP_MS = 4;
/** Titles that may be found in a step: to judge one takes about a tenth of a millisecond. */
const STEP_TITLES = 32;
/**
 * How long a busy page may keep the next slice waiting, in milliseconds: else it would have no
 * marks as long as it is busy.
 */
const PATIENCE_MS = 100;

/** The page's scheduler (https://wicg.github.io/scheduling-apis/), where the browser has it. */
interface Scheduler {
  postTask?(task: () => void, options: { priority: string; signal: AbortSignal }): Promise<void>;
}

/**
 * Runs `step` again and again until it returns false or `signal` aborts. After each slice, and at
 * the end, `settle` is called and the page has its turn. One step should take well under a slice.
 */
export async function inSlices(step: () => boolean, settle: () => void, signal: AbortSignal): Promise<void> {
  let goesOn = true;
  while (goesOn && !signal.aborted) {
    const end = performance.now() + SLICE_MS;
    do goesOn = step();
    while (goesOn && performance.now() < end);
    settle();
    if (goesOn) await turn();
  }
}

/**
 * Whether a step that looks through text goes on, asked now and then with the number of titles
 * found and the offset reached. A step ends by time, or with many titles, but only between the
 * offsets `start`, before which it would be taken again from its beginning, and `end`, behind which
 * nothing of its own is left.
 */
export function untilStepEnds(start: number, end: number): (found: number, reached: number) => boolean {
  const deadline = performance.now() + STEP_MS;
  return (found, reached) =>
    reached <= start || reached >= end || (found < STEP_TITLES && performance.now() < deadline);
}

/**
 * Resolves when the page has had its turn: input, timers and frames come first, but not for ever.
 */
function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (!scheduler?.postTask) return new Promise((resolve) => setTimeout(resolve));
  const other = new AbortController();
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      other.abort();
      resolve();
    };
    const timer = setTimeout(goOn, PATIENCE_MS);
    // Rejected when the timer came first.
    scheduler.postTask?.(goOn, { priority: 'background', signal: other.signal }).catch(() => {});
  });
}
