/** The page of settings, and the keys that the browser keeps for the extension. */
import { browser } from 'wxt/browser';

/** A key that works on pages. The browser keeps it, and only its own settings can change it. */
export interface PageKey {
  does: string;
  /** As the browser writes it ("Alt+Q"), or empty where there is none. */
  keys: string;
}

/** Opens the settings in a tab, or goes to the tab that has them. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

/** The keys that work on pages; last what has none. */
export async function pageKeys(): Promise<PageKey[]> {
  const { commands = {} } = browser.runtime.getManifest();
  const keys = new Map((await browser.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  // Chromium has no words for the command that it knows itself, to open the popup.
  return Object.entries(commands)
    .map(([name, { description = '' }]) => ({ does: description, keys: keys.get(name) ?? '' }))
    .sort((a, b) => Number(a.keys === '') - Number(b.keys === ''));
}

/** Opens the place where the browser lets keys be changed. False if the reader has to go there. */
export async function openKeySettings(): Promise<boolean> {
  // Firefox has a call for it since 137; Chromium opens its page for extensions.
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> };
  try {
    if (import.meta.env.FIREFOX) {
      if (!openShortcutSettings) return false;
      await openShortcutSettings.call(browser.commands);
    } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
