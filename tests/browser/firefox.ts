/** Drives Firefox. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtExtension, type Driver, type LaunchOptions } from './driver.ts';
import { killProcess, RequestWatch } from './process.ts';

/** The address of the extension's pages; Firefox would choose one at random. */
const UUID = '7c1b5e52-3f0a-4f7e-9a58-1d2f6c0b9e11';

/** Starts the browser at `executable` with the extension loaded. */
export async function launchFirefox(executable: string, options: LaunchOptions = {}): Promise<Driver> {
  const path = resolve(options.extension ?? builtExtension.firefox);
  const manifest = JSON.parse(readFileSync(`${path}/manifest.json`, 'utf8'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: !options.window,
    defaultViewport: null,
    // Opening pages of an extension needs the browser's own context.
    args: ['--remote-allow-system-access'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: UUID }),
      // A temporary add-on goes when the browser closes; what it stored stays for the next start.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  if (!options.bare) await browser.installExtension(path);
  return new FirefoxDriver(browser, path);
}

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  private readonly watch = new RequestWatch();
  private readonly browser: Browser;
  private readonly path: string;

  constructor(browser: Browser, path: string) {
    this.browser = browser;
    this.path = path;
  }

  get pid(): number {
    return this.browser.process()?.pid as number;
  }

  get foreignRequests(): string[] {
    return this.watch.foreign;
  }

  async openExtensionPage(path: string): Promise<Page> {
    const known = new Set(await this.browser.pages());
    const url = `moz-extension://${UUID}/${path}`;
    await this.evaluateInBrowser(
      `gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); 0`,
    );
    for (;;) {
      const page = (await this.browser.pages()).find((candidate) => !known.has(candidate));
      const href = await page
        ?.evaluate(() => (document.readyState === 'complete' ? location.href : ''))
        .catch(() => '');
      if (page && href?.startsWith('moz-extension:')) {
        this.watch.add(page);
        return page;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    this.watch.add(page);
    await page.goto(url);
    return page;
  }

  async loadExtension(): Promise<void> {
    await this.browser.installExtension(this.path);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  closed(): Promise<void> {
    return new Promise((done) => this.browser.once('disconnected', () => done()));
  }

  async kill(): Promise<void> {
    await killProcess(this.pid);
  }

  /** Evaluates an expression in the window of the browser itself, over WebDriver BiDi with Mozilla's extension for it. */
  private async evaluateInBrowser(expression: string): Promise<void> {
    // puppeteer keeps the connection to itself, and has no call for this.
    const { connection } = this.browser as unknown as {
      connection: {
        send(method: string, params: object): Promise<{ result: { contexts: { context: string; url: string }[] } }>;
      };
    };
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = result.contexts.find((context) => context.url.endsWith('browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    await connection.send('script.evaluate', { expression, target: { context: window.context }, awaitPromise: false });
  }
}
