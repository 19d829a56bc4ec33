/** What is needed later is loaded later: where a page has an answer to show at once, nothing else takes the machine's time before. */

/** An answer is on the screen by then, and whoever types fast has come to the next letter. */
const PAUSE_MS = 120;
/** Whoever has not ceased to type by then gets it between two letters: right after an answer, when there is most time until the next. */
const PATIENCE_MS = 1000;
/** Or no answer comes. */
const MOST_MS = 3000;

let release = (): void => {};
let shown: Promise<void> = Promise.resolve();
let heldAt = 0;

/** Has what is loaded later wait until an answer stands there (see {@link answerShown}), or {@link releaseLater} is called. */
export function holdLater(): void {
  heldAt = performance.now();
  shown = new Promise((done) => {
    release = done;
    setTimeout(done, MOST_MS);
  });
}

/** There is nothing to wait for. */
export function releaseLater(): void {
  release();
}

/** An answer stands there: what is loaded later may come, unless the function that is returned is called soon, since somebody types. */
export function answerShown(): () => void {
  const isOverdue = performance.now() - heldAt > PATIENCE_MS;
  const timer = setTimeout(release, isOverdue ? 0 : PAUSE_MS);
  return () => clearTimeout(timer);
}

/** Loads what is needed later, when its time has come. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  await shown;
  return load();
}
