/** Has unexpected errors of the content script come into the extension's log. */
import { browser } from 'wxt/browser';
import { send } from '../browser/send.ts';

/** Reports of one document: a fault that comes again and again is known by then. */
const MAX_REPORTS = 5;

let reports = 0;

/** Reports an error; the background leaves out of it whatever the page or the reader wrote. */
export function reportError(error: unknown): void {
  if (!browser.runtime?.id || ++reports > MAX_REPORTS) return;
  const { name, message, stack } = (error ?? {}) as Partial<Error>;
  void send('page/failed', { name: String(name), message: String(message), stack: String(stack) });
}

/**
 * Reports what is thrown or rejected in the extension's own scripts and nobody handles, until
 * `signal` aborts. Chromium keeps errors of pages and of extensions apart; in Firefox listeners
 * hear those of the page.
 */
export function reportErrors(signal: AbortSignal): void {
  const root = browser.runtime.getURL('/');
  const report = (error: unknown): void => {
    if (String((error as Partial<Error> | null)?.stack).includes(root)) reportError(error);
  };
  addEventListener('error', ({ error }) => report(error), { signal });
  addEventListener('unhandledrejection', ({ reason }) => report(reason), { signal });
}
