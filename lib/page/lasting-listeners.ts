/**
 * Event listeners that a page can't take away: `document.open()` removes all of a document, those
 * of content scripts too.
 */

const adding = new Set<() => void>();

/**
 * Listens to an event of the window or the document, before all in the page that could stop it,
 * until `signal` aborts.
 */
export function listen<Kind extends Event>(
  target: Window | Document,
  type: string,
  hear: (event: Kind) => void,
  signal: AbortSignal,
): void {
  const add = (): void =>
    target.addEventListener(type, hear as EventListener, { capture: true, passive: true, signal });
  adding.add(add);
  signal.addEventListener('abort', () => adding.delete(add));
  add();
}

/** Has to be called when a document has got another root element: it may have been opened again. */
export function listenAgain(): void {
  // A listener that is still there is not added twice.
  for (const add of adding) add();
}
