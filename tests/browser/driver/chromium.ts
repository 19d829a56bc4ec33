/** Drives Chromium, Chrome and Edge. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type KeyInput, type Page, type Target } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import { callOf } from './call.ts';
import { ChromiumSiteAccess } from './chromium-site-access.ts';
import { builtExtension, type Driver, type LaunchOptions, type Part, type ToolbarPopup } from './driver.ts';
import { type OutsideRequests, watchOutsideRequests } from './outside-requests.ts';
import { patient, until } from './patience.ts';
import { killProcess } from './process.ts';
import { ServiceWorker } from './service-worker.ts';
import { closeWelcome } from './tabs.ts';

// In functions that run inside the extension.
declare const chrome: typeof extensionApi;

/** What Chromium's events have beside what is documented: a way to call those who listen. */
interface Dispatching {
  chrome: {
    tabs: { query(of: object): Promise<{ url?: string }[]> };
    commands: { onCommand: { dispatch(command: string, tab: object | undefined): void } };
    contextMenus: { onClicked: { dispatch(click: object, tab: object | undefined): void } };
    omnibox: {
      onInputChanged: { dispatch(text: string, suggest: (found: Suggestion[]) => void): void };
      onInputEntered: { dispatch(text: string, disposition: string): void };
    };
  };
}

/** What an extension offers in the address bar. */
interface Suggestion {
  content: string;
  description: string;
}

/** Starts the browser at `executable` with the extension loaded. */
export async function launchChromium(executable: string, options: LaunchOptions = {}): Promise<Driver> {
  const outside = options.window ? undefined : await watchOutsideRequests();
  const browser = await puppeteer.launch({
    executablePath: executable,
    // Branded builds load unpacked extensions only over the pipe.
    pipe: true,
    enableExtensions: true,
    headless: !options.window,
    defaultViewport: null,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      ...(options.withoutFrameRate ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
      ...(outside ? [`--proxy-server=http://127.0.0.1:${outside.port}`] : []),
      // Chromium's sandbox does not run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const path = resolve(options.extension ?? builtExtension.chromium);
  const driver = new ChromiumDriver(browser, path, outside, options.firstRun);
  if (!options.bare) await driver.loadExtension();
  return driver;
}

class ChromiumDriver implements Driver {
  readonly name = 'chromium';
  readonly background: ServiceWorker;
  private readonly browser: Browser;
  private readonly path: string;
  private readonly outside: OutsideRequests | undefined;
  private readonly keepsWelcome: boolean;
  private readonly access: ChromiumSiteAccess;
  private origin = '';
  private colours: 'light' | 'dark' | undefined;
  private suggestions: Suggestion[] = [];

  constructor(browser: Browser, path: string, outside: OutsideRequests | undefined, keepsWelcome = false) {
    this.browser = browser;
    this.path = path;
    this.outside = outside;
    this.keepsWelcome = keepsWelcome;
    this.background = new ServiceWorker(browser, () => this.origin);
    this.access = new ChromiumSiteAccess(browser, () => new URL(this.origin).hostname);
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

  openExtensionPage(path: string): Promise<Page> {
    return this.openPage(`${this.origin}/${path}`);
  }

  async openPage(url: string): Promise<Page> {
    const page = patient(await this.browser.newPage());
    if (this.colours) await emulateColours(page, this.colours);
    await page.goto(url);
    return page;
  }

  withholdSites(): Promise<void> {
    return this.access.withhold();
  }

  agreeToPrompts(page: Page): Promise<void> {
    return this.access.agreeToPrompts(page);
  }

  async clickButton(page: Page): Promise<void> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(new URL(this.origin).hostname);
    if (!extension) throw new Error('the extension is not there');
    await page.triggerExtensionAction(extension);
    // The popup closes when another page comes to the front.
    await page.bringToFront();
  }

  tabs(): Promise<Page[]> {
    return this.browser.pages();
  }

  async openToolbarPopup(): Promise<ToolbarPopup> {
    const known = new Set(this.browser.targets());
    await this.pressCommand('_execute_action');
    const page = await this.newPart('the popup', known);
    const press = async (...keys: string[]): Promise<void> => {
      for (const names of keys.map((key) => key.split('+').map(keyOf))) {
        for (const name of names) await page.keyboard.down(name);
        for (const name of names.toReversed()) await page.keyboard.up(name);
      }
    };
    return { ...partOf(page), press, close: () => page.close() };
  }

  async openSidePanel(): Promise<Part> {
    // Chromium allows it where the reader does something, as scripts of the debugger are taken to.
    const page = await this.openExtensionPage('options.html');
    const known = new Set(this.browser.targets());
    await page.evaluate(async () => {
      const { id } = await chrome.windows.getCurrent();
      await chrome.sidePanel.open({ windowId: id as number });
    });
    const panel = await this.newPart('the side panel', known);
    await page.close();
    return partOf(panel);
  }

  private async newPart(name: string, known: ReadonlySet<Target>): Promise<Page> {
    const target = await until(name, async () =>
      this.browser.targets().find((candidate) => !known.has(candidate) && candidate.url().startsWith(this.origin)),
    );
    return target.asPage();
  }

  async pressCommand(name: string): Promise<void> {
    if (name === '_execute_action') return this.background.evaluate(() => chrome.action.openPopup());
    await this.background.evaluate(async (command) => {
      const { chrome } = globalThis as unknown as Dispatching;
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch(command, tab);
    }, name);
  }

  async chooseInMenu(page: Page, selector: string, menuItemId: string): Promise<void> {
    const click = await page.$eval(selector, (element) => {
      const linkUrl = element.closest('a')?.href;
      const selectionText = String(getSelection());
      return { ...(linkUrl && { linkUrl }), ...(selectionText && { selectionText }) };
    });
    await this.background.evaluate(
      async (click, url) => {
        const { chrome } = globalThis as unknown as Dispatching;
        const tab = (await chrome.tabs.query({})).find((tab) => tab.url === url);
        chrome.contextMenus.onClicked.dispatch({ frameId: 0, ...click }, tab);
      },
      { menuItemId, ...click },
      page.url(),
    );
  }

  async typeInAddressBar(text: string): Promise<string[]> {
    this.suggestions = await this.background.evaluate(
      (typed) =>
        new Promise<Suggestion[]>((resolve) =>
          (globalThis as unknown as Dispatching).chrome.omnibox.onInputChanged.dispatch(typed, resolve),
        ),
      text,
    );
    return this.suggestions.map(({ description }) => description);
  }

  async takeSuggestion(nth: number): Promise<void> {
    await this.background.evaluate(
      (content) =>
        (globalThis as unknown as Dispatching).chrome.omnibox.onInputEntered.dispatch(content, 'newForegroundTab'),
      this.suggestions[nth]?.content as string,
    );
  }

  async preferColours(scheme: 'light' | 'dark'): Promise<void> {
    this.colours = scheme;
    for (const page of await this.browser.pages()) await emulateColours(page, scheme);
  }

  async emulateMedia(page: Page, media: 'print' | 'forced colours'): Promise<void> {
    if (media === 'print') return page.emulateMediaType('print');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }

  // Here they are reached.
  async shareProcesses(): Promise<void> {}

  async loadExtension(): Promise<void> {
    this.origin = `chrome-extension://${await this.browser.installExtension(this.path)}`;
    if (!this.keepsWelcome) await closeWelcome(this.background);
  }

  async reset(): Promise<void> {
    const blank = await this.browser.newPage();
    const others = (await this.browser.pages()).filter((page) => page !== blank);
    await Promise.all(others.map((page) => page.close()));
    if (this.origin) {
      await this.browser.uninstallExtension(new URL(this.origin).hostname);
      const session = await blank.createCDPSession();
      await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
      await session.detach();
    }
    this.colours = undefined;
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
  }
}

function emulateColours(page: Page, value: 'light' | 'dark'): Promise<void> {
  return page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
}

function partOf(page: Page): Part {
  return { evaluate: async (run, ...args) => (await page.evaluate(callOf(run, args))) as never };
}

/** Puppeteer's name of a key in a manifest. */
function keyOf(name: string): KeyInput {
  const names: Record<string, KeyInput> = { Ctrl: 'Control', Down: 'ArrowDown' };
  return names[name] ?? (name.toLowerCase() as KeyInput);
}
