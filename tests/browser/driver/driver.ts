/**
 * What the tests, the demonstration and the benchmarks ask of a browser. Chromium and Firefox both
 * do it with puppeteer.
 */
import type { Page } from 'puppeteer-core';

/** The browsers that Paperlight is made for. */
export type BrowserName = 'chromium' | 'firefox';

/** How a browser is started. */
export interface LaunchOptions {
  /** Folder of the profile, so that it can be opened again later. A new one by default. */
  profile?: string;
  /** With a window, and with the network; without both by default. */
  window?: boolean;
  /** The built extension; the one in .output by default. */
  extension?: string;
  /**
   * Leaves the page open that the extension opens after an installation, over what a test opens.
   */
  firstRun?: boolean;
  /** Loads no extension. */
  bare?: boolean;
  /**
   * Draws as soon as there is something to draw, not sixty times a second: times are those of the
   * work. Chromium only.
   */
  withoutFrameRate?: boolean;
  /** Preferences of Firefox. */
  preferences?: Record<string, unknown>;
}

/** A browser with the extension in it. */
export interface Driver {
  readonly name: BrowserName;
  /** Process id of the browser. */
  readonly pid: number;
  /** Opens a page of the extension, such as "popup.html", in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens a web page in a tab and waits until it has loaded. */
  openPage(url: string): Promise<Page>;
  /**
   * Has the browser withhold all sites: the extension may read a page only when the reader clicks
   * on its button.
   */
  withholdSites(): Promise<void>;
  /**
   * Has whatever an open page of the extension asks for from now on be allowed, as if the reader
   * said yes.
   */
  agreeToPrompts(page: Page): Promise<void>;
  /** Clicks on the toolbar's button while a page is in front, and closes the popup again. */
  clickButton(page: Page): Promise<void>;
  /** The tabs that are open. */
  tabs(): Promise<Page[]>;
  /** Opens the popup by its key, over the tab that is in front. */
  openToolbarPopup(): Promise<ToolbarPopup>;
  /** Opens the side panel of the window. */
  openSidePanel(): Promise<Part>;
  /**
   * Presses the keys of a command in the manifest. In Chromium, whose keys are out of reach, tells
   * the extension so.
   */
  pressCommand(name: string): Promise<void>;
  /**
   * Opens the context menu on an element, or on what is selected in it, and chooses the extension's
   * entry with this id. In Chromium as above.
   */
  chooseInMenu(page: Page, selector: string, entry: string): Promise<void>;
  /**
   * Types into the address bar and returns what the extension suggests, as it is written there. In
   * Chromium as above.
   */
  typeInAddressBar(text: string): Promise<string[]>;
  /** Chooses the `nth` of these suggestions, which opens it. */
  takeSuggestion(nth: number): Promise<void>;
  /** The extension's background. */
  readonly background: Background;
  /** Has pages prefer light or dark colours from now on, those that are open and those to come. */
  preferColours(scheme: 'light' | 'dark'): Promise<void>;
  /**
   * Has an open page take itself for printed, or colours for forced on it by the reader
   * (https://drafts.csswg.org/css-color-adjust/#forced).
   */
  emulateMedia(page: Page, media: 'print' | 'forced colours'): Promise<void>;
  /**
   * Has frames share the process of their page from now on, also those of other sites, which
   * puppeteer's mouse and keys don't reach in Firefox otherwise.
   */
  shareProcesses(): Promise<void>;
  /**
   * Addresses of requests that went anywhere but to this machine, by whichever part of the browser.
   * Not seen with a window.
   */
  readonly foreignRequests: string[];
  /**
   * Markup of pages elsewhere, by their "http:" addresses, for tests of what goes by a page's
   * address. Not with a window.
   */
  readonly foreignPages: Map<string, string>;
  /** Loads the extension, or loads it anew as an update does. */
  loadExtension(): Promise<void>;
  /**
   * Closes all tabs, forgets whatever was stored, and installs the extension as for the first time.
   */
  reset(): Promise<void>;
  /** Closes the browser as a person does. */
  close(): Promise<void>;
  /** Resolves when a person has closed the browser. */
  closed(): Promise<void>;
  /** Ends the browser's process at once, as a crash does. */
  kill(): Promise<void>;
}

/** A part of the extension that code can run in. */
export interface Part {
  /**
   * Runs a function in it, which sees nothing of its surroundings here. Arguments and result travel
   * as JSON.
   */
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
}

/** The popup of the toolbar. */
export interface ToolbarPopup extends Part {
  /** Presses keys in it, one after the other, written as in a manifest: "E", "Down", "Ctrl+S". */
  press(...keys: string[]): Promise<void>;
  /** Closes it, as a click beside it does. */
  close(): Promise<void>;
}

/** The service worker in Chromium, the event page in Firefox. Evaluating in it wakes it up. */
export interface Background extends Part {
  /** Stops it as the browser does after a while without work. */
  stop(): Promise<void>;
  isRunning(): Promise<boolean>;
}

/** Where a browser's build of the extension lies. */
export const builtExtension: Record<BrowserName, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};
