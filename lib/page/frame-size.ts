/** Whether a frame is large enough to be read. */

/**
 * Smaller frames are not scanned: advertisers and counters put frames of a few pixels, or hidden
 * ones, into pages.
 */
const MIN_SIDE_PX = 50;

/** When to check a small frame again. */
const RETRY_DELAYS_MS = [100, 500, 2500, 10_000];

/** Resolves when this frame is large enough: at once, later, or never. The top frame always is. */
export function largeEnough(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const check = (): void => {
      if (signal.aborted || (window !== window.top && (innerWidth < MIN_SIDE_PX || innerHeight < MIN_SIDE_PX))) return;
      done.abort();
      timers.forEach(clearTimeout);
      resolve();
    };
    // A frame of another process may learn its first size after it has loaded, and Chromium has no
    // event for that.
    const timers = RETRY_DELAYS_MS.map((wait) => setTimeout(check, wait));
    addEventListener('resize', check, { signal: AbortSignal.any([signal, done.signal]) });
    check();
  });
}
