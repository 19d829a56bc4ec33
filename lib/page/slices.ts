/** Runs work in slices short enough that the page keeps its frame rate. */

/** How long a slice may take: half a frame at 60 Hz. */
const MAX_SLICE_MS = 8;
/** How long one step may look for titles, whatever the text. */
const MAX_STEP_MS = 4;
/** Titles found in one step at most: judging one takes about a tenth of a millisecond. */
const MAX_STEP_TITLES = 32;
/**
 * How long a busy page may delay the next slice: otherwise it would have no marks while it is busy.
 */
const MAX_WAIT_MS = 100;

/** The page's scheduler (https://wicg.github.io/scheduling-apis/), where the browser has it. */
interface Scheduler {
  postTask?(task: () => void, options: { priority: string; signal: AbortSignal }): Promise<void>;
}

/** Work that is done step by step. */
interface Job {
  step: () => boolean;
  suspend: () => void;
  signal: AbortSignal;
  end: () => void;
  fail: (error: unknown) => void;
}

/** Those that are not done yet. A page with a thousand shadow trees has as many. */
const jobs: Job[] = [];
let isRunning = false;

/**
 * Runs `step` repeatedly until it returns false or `signal` aborts. After each slice, calls
 * `suspend` and lets the page run. A step should take well under a slice. All that runs at the same
 * time shares the slices. Throws what `step` throws.
 */
export function inSlices(step: () => boolean, suspend: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((end, fail) => {
    jobs.push({ step, suspend, signal, end, fail });
    if (!isRunning) void runSlices();
  });
}

async function runSlices(): Promise<void> {
  isRunning = true;
  // Work that begins in the same task shares its first slice as well.
  await undefined;
  while (jobs.length > 0) {
    const end = performance.now() + MAX_SLICE_MS;
    for (let job = jobs.shift(); job; job = performance.now() < end ? jobs.shift() : undefined)
      if (!runJob(job, end)) jobs.push(job);
    if (jobs.length > 0) await pageTurn();
  }
  isRunning = false;
}

/** Runs the steps of a job until `end`; returns whether it is done. */
function runJob({ step, suspend, signal, end: finish, fail }: Job, end: number): boolean {
  try {
    let goesOn = !signal.aborted;
    while (goesOn) {
      goesOn = step() && !signal.aborted;
      if (performance.now() >= end) break;
    }
    suspend();
    if (!goesOn) finish();
    return !goesOn;
  } catch (error) {
    fail(error);
    return true;
  }
}

/**
 * Makes a function that says whether a step through text should continue, given the number of
 * titles found and the offset reached. A step ends by time or number of titles, but only between
 * the offsets `start`, before which it would have made no progress, and `end`, where its own text
 * ends.
 */
export function untilStepEnds(start: number, end: number): (found: number, reached: number) => boolean {
  const deadline = performance.now() + MAX_STEP_MS;
  return (found, reached) =>
    reached <= start || reached >= end || (found < MAX_STEP_TITLES && performance.now() < deadline);
}

/** Resolves when the page has run its input, timers and frames, or after MAX_WAIT_MS. */
function pageTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (!scheduler?.postTask) return new Promise((resolve) => setTimeout(resolve));
  const other = new AbortController();
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      other.abort();
      resolve();
    };
    const timer = setTimeout(goOn, MAX_WAIT_MS);
    // Rejected when the timer came first.
    scheduler.postTask?.(goOn, { priority: 'background', signal: other.signal }).catch(() => {});
  });
}
