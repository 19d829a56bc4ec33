/** Listening to browser events for a while. */

/** An event of the browser's extension API. */
interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Has `listener` hear `event` until `signal` aborts. */
export function listen<Listener>(event: BrowserEvent<Listener>, listener: Listener, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      event.removeListener(listener);
    } catch {
      // After an update Chrome refuses every call of the old version's scripts, and has removed
      // their listeners itself.
    }
  });
}
