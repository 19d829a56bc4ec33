/** Sends unexpected errors to the log (error-log.ts), which is loaded with the first of them. */
import type { Place } from './error-log.ts';

/** Logs uncaught errors and unhandled rejections. Call once in each page, and in the background. */
export function logUnexpected(place: Place, log = loadAndLog): void {
  addEventListener('error', ({ error, message }) => log(place, error ?? new Error(message)));
  addEventListener('unhandledrejection', ({ reason }) => log(place, reason));
}

function loadAndLog(place: Place, error: unknown): void {
  void import('./error-log.ts').then(({ logError }) => logError(place, error));
}
