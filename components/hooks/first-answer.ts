/** What is needed later is loaded later: where a page has an answer to show at once, nothing else takes the machine's time before. */

let release = (): void => {};
let shown: Promise<void> = Promise.resolve();

/** Has what is loaded later wait until {@link releaseLater} is called, or for so many milliseconds. */
export function holdLater(ms: number): void {
  shown = new Promise((done) => {
    release = done;
    setTimeout(done, ms);
  });
}

/** The first answer stands there and nobody types, or there is none. */
export function releaseLater(): void {
  release();
}

/** Loads what is needed later, when its time has come. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  await shown;
  return load();
}
