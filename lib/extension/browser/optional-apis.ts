/**
 * The parts of the extension API that a browser may lack. Firefox for Android has none of them.
 * Other files get them here, so that the type checker enforces a check.
 */
import { browser } from 'wxt/browser';

type Api = typeof browser;

/**
 * The used part of a Firefox API:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction
 */
interface Sidebar {
  toggle(): Promise<void>;
}

/** These parts of the API. */
export interface OptionalApis {
  commands?: Api['commands'];
  contextMenus?: Api['contextMenus'];
  omnibox?: Api['omnibox'];
  sidebarAction?: Sidebar;
  sidePanel?: Api['sidePanel'];
  windows?: Api['windows'];
}

/** The browser's extension API, as one whose parts may be missing. */
export function optionalApis(): OptionalApis {
  return browser as OptionalApis;
}
