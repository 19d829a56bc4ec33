/**
 * Event listeners that survive `document.open()`, which removes all of a document, those of content
 * scripts too.
 */

const reattach = new Set<() => void>();

/**
 * Listens to an event of the window or the document until `signal` aborts, in the capture phase, so
 * that the page can't stop it first.
 */
export function listen<Kind extends Event>(
  target: Window | Document,
  type: string,
  listener: (event: Kind) => void,
  signal: AbortSignal,
): void {
  const add = (): void =>
    target.addEventListener(type, listener as EventListener, { capture: true, passive: true, signal });
  reattach.add(add);
  signal.addEventListener('abort', () => reattach.delete(add));
  add();
}

/** Must be called when a document gets another root element: it may have been opened again. */
export function reattachListeners(): void {
  // Adding a listener that is still there does nothing.
  for (const add of reattach) add();
}
