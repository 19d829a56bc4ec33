/**
 * What is needed later is loaded later: where a page has an answer to show at once, nothing else
 * takes the machine's time before.
 */

/** A result is on the screen by then, and a fast typist has come to the next letter. */
const TYPING_PAUSE_MS = 120;
/**
 * If the reader is still typing after this long, load right after a result is painted, when the
 * next key is furthest away.
 */
const PATIENCE_MS = 1000;
/** If no result comes. */
const MAX_HOLD_MS = 3000;

let release = (): void => {};
let shown: Promise<void> = Promise.resolve();
let heldAt = 0;

/**
 * Makes what is loaded later wait for a result (see {@link resultPainted}), or until
 * {@link releaseDeferred} is called.
 */
export function holdDeferred(): void {
  heldAt = performance.now();
  shown = new Promise((done) => {
    release = done;
    setTimeout(done, MAX_HOLD_MS);
  });
}

/** There is nothing to wait for. */
export function releaseDeferred(): void {
  release();
}

/**
 * A result is painted: what is loaded later may come, unless the returned function is called soon,
 * since somebody types.
 */
export function resultPainted(): () => void {
  const isOverdue = performance.now() - heldAt > PATIENCE_MS;
  const timer = setTimeout(release, isOverdue ? 0 : TYPING_PAUSE_MS);
  return () => clearTimeout(timer);
}

/** Loads what is needed later, when its time has come. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  await shown;
  return load();
}

/** Resolves when nothing else is to be done. */
export function idle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done()));
}
