/**
 * The reader's settings, in `storage.local`: readable from content scripts without waking the
 * background.
 */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';
import { matchesPattern } from './site-pattern.ts';
import { fromStored, type Settings } from './stored-settings.ts';

const KEY = 'settings';

/** Reads the settings; fields that an older version did not have get their default. */
export async function readSettings(): Promise<Settings> {
  return fromStored((await browser.storage.local.get(KEY))[KEY]);
}

/** Writes the changed fields and leaves the others. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/**
 * Calls `listener` with the new and the previous settings after each change by any part of the
 * extension, until `signal` aborts.
 */
export function watchSettings(listener: (settings: Settings, before: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change) listener(fromStored(change.newValue), fromStored(change.oldValue));
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}

/** Whether the page at `address` is on a site that the reader has turned off. */
export function isSiteOff(settings: Settings, address: string): boolean {
  return settings.sitesOff.some((pattern) => matchesPattern(pattern, address));
}

/** The change of settings that turns a site, or a pattern of sites, on or off. */
export function withSite({ sitesOff }: Settings, pattern: string, on: boolean): Pick<Settings, 'sitesOff'> {
  const others = sitesOff.filter((other) => other !== pattern);
  return { sitesOff: on ? others : [...others, pattern].sort() };
}
