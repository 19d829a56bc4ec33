/**
 * What a browser's extension API may lack. Firefox for Android has none of these; there is a test
 * that takes them away. Other files ask here for them, so that the type checker minds a browser
 * without.
 */
import { browser } from 'wxt/browser';

type Api = typeof browser;

/**
 * As much of Firefox's own call as is used:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction
 */
interface Sidebar {
  toggle(): Promise<void>;
}

/** These parts of the API, where the browser has them. */
export interface Lackable {
  commands?: Api['commands'];
  contextMenus?: Api['contextMenus'];
  omnibox?: Api['omnibox'];
  sidebarAction?: Sidebar;
  sidePanel?: Api['sidePanel'];
  windows?: Api['windows'];
}

/** The browser's extension API, as far as it may be missing. */
export function lackable(): Lackable {
  return browser as Lackable;
}
