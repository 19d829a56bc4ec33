/** Listens to browser events until a signal aborts. */

/** An event of the browser's extension API. */
interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Calls `listener` on `event` until `signal` aborts. */
export function listen<Listener>(event: BrowserEvent<Listener>, listener: Listener, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      event.removeListener(listener);
    } catch {
      // After an update Chrome has removed the old version's listeners, and refuses its calls.
    }
  });
}
