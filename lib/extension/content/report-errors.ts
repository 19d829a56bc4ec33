/** Sends unexpected errors of content scripts to the extension's log. */
import { browser } from 'wxt/browser';
import { send } from '../browser/send.ts';

/** The most reports of one document, since a fault may repeat for ever. */
const MAX_REPORTS = 5;

let reports = 0;

/** Reports an error; the background removes personal data from it. */
export function reportError(error: unknown): void {
  if (!browser.runtime?.id || ++reports > MAX_REPORTS) return;
  const { name, message, stack } = (error ?? {}) as Partial<Error>;
  void send('page/failed', { name: String(name), message: String(message), stack: String(stack) });
}

/**
 * Reports uncaught errors and unhandled rejections of the extension's own scripts until `signal`
 * aborts. In Firefox these listeners also get the page's errors.
 */
export function reportErrors(signal: AbortSignal): void {
  const root = browser.runtime.getURL('/');
  const report = (error: unknown): void => {
    if (String((error as Partial<Error> | null)?.stack).includes(root)) reportError(error);
  };
  addEventListener('error', ({ error }) => report(error), { signal });
  addEventListener('unhandledrejection', ({ reason }) => report(reason), { signal });
}
