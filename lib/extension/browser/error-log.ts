/**
 * A log of the latest unexpected errors of all parts of the extension, on this machine, without
 * personal data.
 */
import { browser } from 'wxt/browser';
import { type ScrubbedError, scrubError } from '../../core/text/scrub-error.ts';
import { listen } from './listen.ts';
import { isPrivateWindow } from './private-window.ts';

const KEY = 'errors';
/** The most errors that are kept. */
const MAX_ERRORS = 50;

/** The parts of the extension. */
export type Place =
  | 'background'
  | 'popup'
  | 'side panel'
  | 'library'
  | 'reading list'
  | 'settings'
  | 'welcome'
  | 'web page';

/** An error of the log. */
export interface LoggedError extends ScrubbedError {
  place: Place;
  /** When it last occurred, in milliseconds since the Unix epoch. */
  at: number;
  /** How often it occurred. */
  times: number;
  version: string;
}

/** Writes an error to the log, unless this is a page in a private window. Never rejects. */
export async function logError(place: Place, error: unknown): Promise<void> {
  try {
    if (isHarmless(error)) return;
    if (place !== 'background' && place !== 'web page' && (await isPrivateWindow())) return;
    const { version } = browser.runtime.getManifest();
    const logged: LoggedError = { ...scrubError(error), place, at: Date.now(), times: 1, version };
    await change((errors) => withError(errors, logged));
  } catch {
    // Without storage there is no log.
  }
}

/**
 * Browsers report by an error event that a ResizeObserver's callback caused another resize, and
 * just continue in the next frame (https://drafts.csswg.org/resize-observer/).
 */
function isHarmless(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('ResizeObserver loop');
}

/** The log, latest first. */
export async function readErrors(): Promise<LoggedError[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(isLogged) : [];
}

/** Empties the log. */
export async function clearErrors(): Promise<void> {
  await change(() => []);
}

/** Calls `listener` after each change of the log, until `signal` aborts. */
export function watchErrors(listener: () => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (KEY in changes) listener();
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}

/** Adds an error to the log; a repeated one only increases its count. */
export function withError(errors: readonly LoggedError[], logged: LoggedError): LoggedError[] {
  const nameOf = ({ place, name, message, stack, version }: LoggedError): string =>
    JSON.stringify([place, name, message, stack, version]);
  const existing = errors.find((error) => nameOf(error) === nameOf(logged));
  const others = errors.filter((error) => error !== existing);
  return [{ ...logged, times: (existing?.times ?? 0) + logged.times }, ...others].slice(0, MAX_ERRORS);
}

/** The log as a text for a bug report. */
export function reportOf(errors: readonly LoggedError[]): string {
  const lines = errors.map(({ at, times, place, name, message, stack, version }) =>
    [
      `${new Date(at).toISOString()} · ${times} × in the ${place} · ${version}`,
      `${name}: ${message}`,
      ...stack.map((at) => `  at ${at}`),
    ].join('\n'),
  );
  const { version } = browser.runtime.getManifest();
  return [`Paperlight ${version}`, navigator.userAgent, '', ...(lines.length > 0 ? lines : ['No errors.'])].join('\n');
}

/** Serialises writes by the parts of the extension. */
async function change(of: (errors: LoggedError[]) => LoggedError[]): Promise<void> {
  await navigator.locks.request('paperlight-errors', async () => {
    await browser.storage.local.set({ [KEY]: of(await readErrors()) });
  });
}

function isLogged(value: unknown): value is LoggedError {
  const { place, at, times, name, message, stack } = (value ?? {}) as Partial<LoggedError>;
  return (
    [place, name, message].every((text) => typeof text === 'string') &&
    [at, times].every(Number.isFinite) &&
    Math.abs(at as number) <= 8.64e15 &&
    Array.isArray(stack)
  );
}
