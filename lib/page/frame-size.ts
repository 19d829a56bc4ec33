/** Frames that show nothing to read. */

/**
 * Advertisers and counters put frames of a few pixels, or hidden ones, into pages. In those no
 * title can be read.
 */
const MIN_SIDE_PX = 50;

/** When a small frame is looked at again, in milliseconds. */
const LOOKS_MS = [100, 500, 2500, 10_000];

/**
 * Resolves when this frame is large enough to hold a title: at once, later, or never. The page
 * itself always is.
 */
export function largeEnough(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const look = (): void => {
      if (signal.aborted || (window !== window.top && (innerWidth < MIN_SIDE_PX || innerHeight < MIN_SIDE_PX))) return;
      done.abort();
      timers.forEach(clearTimeout);
      resolve();
    };
    // A frame of another process may learn its first size after it has loaded, and Chromium has no
    // event for that.
    const timers = LOOKS_MS.map((wait) => setTimeout(look, wait));
    addEventListener('resize', look, { signal: AbortSignal.any([signal, done.signal]) });
    look();
  });
}
