/** Opens pages of the extension and the browser, and reads the extension's keyboard shortcuts. */
import { browser } from 'wxt/browser';
import { addingAddress } from './library-view.ts';
import { optionalApis } from './optional-apis.ts';

/** A shortcut that works on web pages. It can be changed only in the browser's settings. */
export interface PageKey {
  does: string;
  /** As the browser writes it ("Alt+Q"); empty if none is set. */
  keys: string;
}

/** Opens the settings in a tab, or switches to the tab that shows them. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

/** Opens the library beside a tab, with the dialog for adding the papers of its page. */
export async function openAdding(tabId: number): Promise<void> {
  const { index } = await browser.tabs.get(tabId);
  await browser.tabs.create({ url: addingAddress(tabId), index: index + 1 });
}

/** The version of the extension. */
export function versionOf(): string {
  return browser.runtime.getManifest().version;
}

/** Whether the browser has shortcuts for extensions. */
export function hasPageKeys(): boolean {
  return optionalApis().commands !== undefined;
}

/**
 * The shortcuts that work on pages, those without keys last; empty if the browser has none for
 * extensions.
 */
export async function pageKeys(): Promise<PageKey[]> {
  const { commands: api } = optionalApis();
  if (!api) return [];
  const { commands = {} } = browser.runtime.getManifest();
  const keys = new Map((await api.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  // Chromium has no description of its built-in command, which opens the popup.
  return Object.entries(commands)
    .map(([name, { description = '' }]) => ({ does: description, keys: keys.get(name) ?? '' }))
    .sort((a, b) => Number(a.keys === '') - Number(b.keys === ''));
}

/** Opens the browser's settings of shortcuts; false if the reader has to open them. */
export async function openKeySettings(): Promise<boolean> {
  // Firefox has a method for it since 137; Chromium has a page.
  const commands = optionalApis().commands as { openShortcutSettings?(): Promise<void> } | undefined;
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
