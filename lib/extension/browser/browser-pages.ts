/** The page of settings, and the keys that the browser keeps for the extension. */
import { browser } from 'wxt/browser';
import { lackable } from './lackable.ts';
import { addingAddress } from './library-view.ts';

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

/** Opens the library beside a tab, with the dialog that adds the papers of its page. */
export async function openAdding(tabId: number): Promise<void> {
  const { index } = await browser.tabs.get(tabId);
  await browser.tabs.create({ url: addingAddress(tabId), index: index + 1 });
}

/** The version of the extension. */
export function versionOf(): string {
  return browser.runtime.getManifest().version;
}

/** Whether the browser keeps keys for extensions. */
export function hasPageKeys(): boolean {
  return lackable().commands !== undefined;
}

/** The keys that work on pages; last what has none. None at all where the browser keeps no keys. */
export async function pageKeys(): Promise<PageKey[]> {
  const { commands: api } = lackable();
  if (!api) return [];
  const { commands = {} } = browser.runtime.getManifest();
  const keys = new Map((await api.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  // Chromium has no words for the command that it knows itself, to open the popup.
  return Object.entries(commands)
    .map(([name, { description = '' }]) => ({ does: description, keys: keys.get(name) ?? '' }))
    .sort((a, b) => Number(a.keys === '') - Number(b.keys === ''));
}

/** Opens the place where the browser lets keys be changed. False if the reader has to go there. */
export async function openKeySettings(): Promise<boolean> {
  // Firefox has a call for it since 137; Chromium opens its page for extensions.
  const commands = lackable().commands as { openShortcutSettings?(): Promise<void> } | undefined;
  try {
    if (import.meta.env.FIREFOX) {
      if (!commands?.openShortcutSettings) return false;
      await commands.openShortcutSettings();
    } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
