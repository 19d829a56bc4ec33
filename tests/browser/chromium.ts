/** Drives Chromium, Chrome and Edge. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { builtExtension, type Driver, type LaunchOptions } from './driver.ts';
import { killProcess, RequestWatch } from './process.ts';

/** Starts the browser at `executable` with the extension loaded. */
export async function launchChromium(executable: string, options: LaunchOptions = {}): Promise<Driver> {
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
      '--disable-quic',
      // Chromium's sandbox does not run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const path = resolve(options.extension ?? builtExtension.chromium);
  const id = options.bare ? '' : await browser.installExtension(path);
  return new ChromiumDriver(browser, id, path);
}

class ChromiumDriver implements Driver {
  readonly name = 'chromium';
  private readonly watch = new RequestWatch();
  private readonly browser: Browser;
  private id: string;
  private readonly path: string;

  constructor(browser: Browser, id: string, path: string) {
    this.browser = browser;
    this.id = id;
    this.path = path;
  }

  get pid(): number {
    return this.browser.process()?.pid as number;
  }

  get foreignRequests(): string[] {
    return this.watch.foreign;
  }

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`chrome-extension://${this.id}/${path}`);
    return page;
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(url);
    return page;
  }

  async loadExtension(): Promise<void> {
    this.id = await this.browser.installExtension(this.path);
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

  private async newPage(): Promise<Page> {
    const page = await this.browser.newPage();
    this.watch.add(page);
    return page;
  }
}
