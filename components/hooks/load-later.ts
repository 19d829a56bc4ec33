/** Defers loading of what is not needed for the first results, so that nothing delays these. */

/** By then a result is on the screen, and a fast typist has typed the next letter. */
const TYPING_PAUSE_MS = 120;
/**
 * If the reader is still typing after this long, load right after a result is painted, when the
 * next key is furthest away.
 */
const OVERDUE_MS = 1000;
/** How long to wait for a result. */
const MAX_HOLD_MS = 3000;

let release = (): void => {};
let shown: Promise<void> = Promise.resolve();
let heldAt = 0;

/**
 * Defers loads until a result is painted ({@link resultPainted}) or {@link releaseDeferred} is
 * called.
 */
export function holdDeferred(): void {
  heldAt = performance.now();
  shown = new Promise((done) => {
    release = done;
    setTimeout(done, MAX_HOLD_MS);
  });
}

/** Starts deferred loads: there is nothing to wait for. */
export function releaseDeferred(): void {
  release();
}

/**
 * Call when a result is painted: starts deferred loads, unless the returned function is called soon
 * because of more typing.
 */
export function resultPainted(): () => void {
  const isOverdue = performance.now() - heldAt > OVERDUE_MS;
  const timer = setTimeout(release, isOverdue ? 0 : TYPING_PAUSE_MS);
  return () => clearTimeout(timer);
}

/** Loads when deferred loads may start. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  await shown;
  return load();
}

/** Resolves when the browser is idle. */
export function idle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done()));
}
