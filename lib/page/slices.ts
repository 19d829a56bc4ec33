/** Work in slices that leave the page its frames. */

/** How long a slice may take, in milliseconds: half of a frame at 60 Hz. */
const SLICE = 8;

/**
 * Runs `step` again and again until it returns false or `signal` aborts. After each slice, and at the end, `settle` is called and
 * the page has its turn. One step should take well under a slice.
 */
export async function inSlices(step: () => boolean, settle: () => void, signal: AbortSignal): Promise<void> {
  let goesOn = true;
  while (goesOn && !signal.aborted) {
    const end = performance.now() + SLICE;
    do goesOn = step();
    while (goesOn && performance.now() < end);
    settle();
    if (goesOn) await turn();
  }
}

/** Resolves when the page has had its turn: input, timers and frames come first. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?(task: () => void, options: object): Promise<void> } };
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'background' });
  return new Promise((resolve) => setTimeout(resolve));
}
