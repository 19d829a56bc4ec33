/** Drives Firefox. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtExtension, type Driver, type LaunchOptions, type Part, type ToolbarPopup } from './driver.ts';
import { FirefoxHands } from './firefox-hands.ts';
import { EventPage, FirefoxPart } from './firefox-part.ts';
import type { FirefoxGlobals } from './firefox-privileged.d.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { type OutsideRequests, watchOutsideRequests } from './outside-requests.ts';
import { patient, until, wait } from './patience.ts';
import { killProcess } from './process.ts';
import { closeWelcome } from './tabs.ts';

// In functions that run in the browser's window.
declare const Services: FirefoxGlobals['Services'];
declare const gBrowser: FirefoxGlobals['gBrowser'];
declare const SidebarController: FirefoxGlobals['SidebarController'];
declare const ChromeUtils: FirefoxGlobals['ChromeUtils'];
declare const WebExtensionPolicy: FirefoxGlobals['WebExtensionPolicy'];

/** The address of the extension's pages; Firefox would choose one at random. */
const UUID = '7c1b5e52-3f0a-4f7e-9a58-1d2f6c0b9e11';

/** As much of an extension's manifest as is needed here. */
interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
  commands: Record<string, { suggested_key?: { default: string } }>;
  omnibox: { keyword: string };
}

/** Which pages Firefox gives a process of their own, as its preference has it. */
const ISOLATE = { nothing: 0, everySite: 1 };

/** Starts the browser at `executable` with the extension loaded. */
export async function launchFirefox(executable: string, options: LaunchOptions = {}): Promise<Driver> {
  const path = resolve(options.extension ?? builtExtension.firefox);
  const manifest: Manifest = JSON.parse(readFileSync(`${path}/manifest.json`, 'utf8'));
  const { id } = manifest.browser_specific_settings.gecko;
  const outside = options.window ? undefined : await watchOutsideRequests();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: !options.window,
    defaultViewport: null,
    // Opening pages of an extension needs the browser's own context.
    args: ['--remote-allow-system-access'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // A temporary add-on goes when the browser closes; what it stored stays for the next start.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // Timers of tabs in the background are not slowed down, as puppeteer has it in Chromium.
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      'dom.timeout.enable_budget_timer_throttling': false,
      // Less work for each tab: processes are kept for blank tabs, which new ones are at first, and
      // none is started ahead of need.
      'dom.ipc.keepProcessesAlive.web': 4,
      'dom.ipc.processPrelaunch.enabled': false,
      ...(outside ? proxyPreferences(outside.port) : {}),
      ...options.preferences,
    },
  });
  const driver = new FirefoxDriver(browser, path, manifest, outside, options);
  // As for people. Puppeteer insists on one process for all.
  await driver.setIsolation(ISOLATE.everySite);
  if (!options.bare) await driver.loadExtension();
  return driver;
}

/**
 * Runs in the browser's window: closes all tabs, and uninstalls the extension with all that it
 * stored.
 */
async function uninstall(id: string): Promise<void> {
  const blank = gBrowser.addTab('about:blank', {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  gBrowser.selectedTab = blank;
  gBrowser.removeAllTabsBut(blank, { animate: false, skipPermitUnload: true, skipWarnAboutClosingTabs: true });
  SidebarController.hide();
  Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
  Services.prefs.clearUserPref('extensions.webextOptionalPermissionPrompts');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const addon = await AddonManager.getAddonByID(id);
  if (!addon) return;
  const cleaned = new Promise<void>((resolve) => {
    Management.once('cleanupAfterUninstall', (_event, _id, tasks) => {
      void Promise.allSettled(tasks.map(({ promise }) => promise)).then(() => resolve());
    });
  });
  // For this time what it stored goes with it.
  Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', false);
  await addon.uninstall();
  await cleaned;
  Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', true);
}

/** Runs in the browser's window: marks the tabs that are there. */
function markTabs(): void {
  for (const tab of gBrowser.tabs) tab.setAttribute('is-kept', '');
}

/** Runs in the browser's window: closes the tabs that have come since {@link markTabs}. */
function closeOtherTabs(): void {
  for (const tab of [...gBrowser.tabs]) if (!tab.hasAttribute('is-kept')) gBrowser.removeTab(tab, { animate: false });
}

/** Runs in the browser's window. */
async function withholdSites(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const allowed = await ExtensionPermissions.get(id);
  const origins = ['http://*/*', 'https://*/*', ...allowed.origins];
  await ExtensionPermissions.remove(id, { permissions: [], origins }, WebExtensionPolicy.getByID(id).extension);
}

/** The first of `pages` that is the extension's and has loaded, if one is. */
function firstLoaded(pages: readonly Page[]): Promise<Page | undefined> {
  const tried = pages.map(async (page) => {
    const isLoaded = await page.evaluate(
      () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
    );
    if (!isLoaded) throw new Error('It has not loaded.');
    return page;
  });
  return Promise.any(tried).catch(() => undefined);
}

function proxyPreferences(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  readonly background: EventPage;
  private readonly browser: Browser;
  private readonly window: FirefoxWindow;
  private readonly path: string;
  private readonly manifest: Manifest;
  private readonly id: string;
  private readonly hands: FirefoxHands;
  private readonly outside: OutsideRequests | undefined;
  private readonly options: LaunchOptions;

  constructor(
    browser: Browser,
    path: string,
    manifest: Manifest,
    outside: OutsideRequests | undefined,
    options: LaunchOptions,
  ) {
    this.browser = browser;
    this.path = path;
    this.manifest = manifest;
    this.id = manifest.browser_specific_settings.gecko.id;
    this.outside = outside;
    this.options = options;
    this.window = new FirefoxWindow(browser);
    this.hands = new FirefoxHands(this.window);
    this.background = new EventPage(this.window, this.id);
  }

  get pid(): number {
    return this.browser.process()?.pid as number;
  }

  get foreignRequests(): string[] {
    return this.outside?.seen ?? [];
  }

  get foreignPages(): Map<string, string> {
    return this.outside?.pages ?? new Map();
  }

  async openExtensionPage(path: string): Promise<Page> {
    try {
      return await this.openTab(path, 10_000);
    } catch {
      // Now and then puppeteer knows only what the tab was before it loaded, for good.
      await this.window.run(() => gBrowser.removeTab(gBrowser.selectedTab, { animate: false }));
      return this.openTab(path);
    }
  }

  private async openTab(path: string, patience?: number): Promise<Page> {
    const known = new Set(await this.browser.pages());
    await this.window.run((url) => {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
    }, `moz-extension://${UUID}/${path}`);
    const find = async (): Promise<Page | undefined> => {
      // A page that was closed or left a moment ago may come back as a new one, without an answer.
      const fresh = (await this.browser.pages()).filter((candidate) => !known.has(candidate));
      const page = await Promise.race([firstLoaded(fresh), wait(1000)]);
      return page && patient(page);
    };
    return until(`a tab with ${path}`, find, patience);
  }

  async openPage(url: string): Promise<Page> {
    const page = patient(await this.browser.newPage());
    await page.goto(url);
    return page;
  }

  withholdSites(): Promise<void> {
    return this.window.run(withholdSites, this.id);
  }

  async agreeToPrompts(): Promise<void> {
    await this.window.run(() => Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false));
  }

  async clickButton(page: Page): Promise<void> {
    await page.bringToFront();
    await (await this.openToolbarPopup()).close();
  }

  tabs(): Promise<Page[]> {
    return this.browser.pages();
  }

  async openToolbarPopup(): Promise<ToolbarPopup> {
    await this.pressCommand('_execute_action');
    const popup = new FirefoxPart(this.window, this.id, 'popup');
    await until('the popup', async () => (await popup.isOpen()) || undefined);
    const press = async (...keys: string[]): Promise<void> => {
      await popup.focus();
      for (const key of keys) await this.hands.press(key);
    };
    const close = async (): Promise<void> => {
      // It answers before it goes.
      await popup.evaluate(() => void setTimeout(() => window.close(), 50));
      await until('the end of the popup', async () => !(await popup.isThere()) || undefined);
    };
    return { evaluate: popup.evaluate, press, close };
  }

  async openSidePanel(): Promise<Part> {
    await this.pressCommand('open-side-panel');
    const panel = new FirefoxPart(this.window, this.id, 'sidebar');
    await until('the side panel', async () => (await panel.isThere()) || undefined);
    return panel;
  }

  preferColours(scheme: 'light' | 'dark'): Promise<void> {
    return this.window.run(
      (value) => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value),
      scheme === 'dark' ? 0 : 1,
    );
  }

  async emulateMedia(page: Page, media: 'print' | 'forced colours'): Promise<void> {
    await this.window.run(
      (url, media) => {
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
        if (!tab) throw new Error('no tab has this page');
        const { browsingContext } = tab.linkedBrowser;
        if (media === 'print') browsingContext.mediumOverride = 'print';
        else browsingContext.forcedColorsOverride = 'active';
      },
      page.url(),
      media,
    );
  }

  shareProcesses(): Promise<void> {
    return this.setIsolation(ISOLATE.nothing);
  }

  /** For pages that open from now on. */
  setIsolation(strategy: number): Promise<void> {
    return this.window.run(
      (value) => Services.prefs.setIntPref('fission.webContentIsolationStrategy', value),
      strategy,
    );
  }

  async pressCommand(name: string): Promise<void> {
    await this.hands.focusPage();
    await this.hands.press(this.manifest.commands[name]?.suggested_key?.default as string);
  }

  async chooseInMenu(page: Page, selector: string, entry: string): Promise<void> {
    await (await page.$(selector))?.click({ button: 'right' });
    await this.hands.chooseEntry(entry);
  }

  typeInAddressBar(text: string): Promise<string[]> {
    return this.hands.typeInAddressBar(`${this.manifest.omnibox.keyword} ${text}`);
  }

  takeSuggestion(nth: number): Promise<void> {
    return this.hands.takeSuggestion(nth);
  }

  async loadExtension(): Promise<void> {
    await this.window.run(markTabs);
    await this.browser.installExtension(this.path);
    if (this.options.firstRun) return;
    await closeWelcome(this.background);
    // What has not begun to load has no address yet by which it could be found.
    await this.window.run(closeOtherTabs);
  }

  async reset(): Promise<void> {
    await this.window.run(uninstall, this.id);
    await this.setIsolation(ISOLATE.everySite);
    this.foreignRequests.length = 0;
    this.foreignPages.clear();
    await this.loadExtension();
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.outside?.close();
  }

  closed(): Promise<void> {
    return new Promise((done) => this.browser.once('disconnected', () => done()));
  }

  async kill(): Promise<void> {
    await killProcess(this.pid);
    await this.close();
    // Puppeteer puts the profile in order afterwards, and must have done so before it is opened
    // again.
    const { profile } = this.options;
    const copies = profile ? ['prefs.js', 'user.js'].map((file) => join(profile, `${file}.puppeteer`)) : [];
    await until('the profile in order', async () => !copies.some(existsSync) || undefined);
  }
}
