/** Resolves when nothing else is to be done. */
export function idle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done()));
}
