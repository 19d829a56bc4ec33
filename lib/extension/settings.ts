/** The reader's settings, in `storage.local`: readable from content scripts without waking the background. */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';

/** What the reader has chosen. */
export interface Settings {
  /** Mark titles on pages at all. */
  highlighting: boolean;
  /** Host names ("arxiv.org") on which titles are not marked, sorted. */
  sitesOff: string[];
}

/** What holds before the reader has chosen anything. */
const defaultSettings: Settings = { highlighting: true, sitesOff: [] };

const KEY = 'settings';

/** Reads the settings; fields that an older version did not know have their default. */
export async function readSettings(): Promise<Settings> {
  return withDefaults((await browser.storage.local.get(KEY))[KEY]);
}

/** Writes the changed fields and leaves the others. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Calls `listener` with the settings after each change, from whichever part of the extension, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change) listener(withDefaults(change.newValue));
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}

/** Whether titles are marked on the pages of `hostname`. */
export function marksSite(settings: Settings, hostname: string): boolean {
  return settings.highlighting && !settings.sitesOff.includes(hostname);
}

/** The settings with highlighting of one site turned on or off. */
export function withSite(settings: Settings, hostname: string, on: boolean): Pick<Settings, 'sitesOff'> {
  const others = settings.sitesOff.filter((site) => site !== hostname);
  return { sitesOff: on ? others : [...others, hostname].sort() };
}

function withDefaults(stored: unknown): Settings {
  return { ...defaultSettings, ...(stored as Partial<Settings> | undefined) };
}
