/** The background of the extension in Chromium. */
import type { Browser, Target } from 'puppeteer-core';
import { callOf } from './call.ts';
import type { Background, Part } from './driver.ts';
import { until } from './patience.ts';

/** The service worker of the extension with this id. */
export class ServiceWorker implements Background {
  private readonly browser: Browser;
  private readonly origin: () => string;

  constructor(browser: Browser, origin: () => string) {
    this.browser = browser;
    this.origin = origin;
  }

  evaluate: Part['evaluate'] = async (run, ...args) => {
    const worker = await (this.target() ?? (await this.start())).worker();
    if (!worker) throw new Error('the service worker is gone');
    return (await worker.evaluate(callOf(run, args))) as never;
  };

  async stop(): Promise<void> {
    const target = this.target();
    if (!target) return;
    // What it was asked meanwhile may start another one; one that is starting does not hear at
    // once.
    await until('the end of the service worker', async () => {
      if (!this.browser.targets().includes(target)) return true;
      await (await target.worker())?.close().catch(() => {});
      return undefined;
    });
  }

  async isRunning(): Promise<boolean> {
    return this.target() !== undefined;
  }

  private target(): Target | undefined {
    return this.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(this.origin()));
  }

  private async start(): Promise<Target> {
    // Right after the installation it is on its way by itself.
    const [page] = await this.browser.pages();
    const session = await page?.createCDPSession();
    await session?.send('ServiceWorker.enable');
    await session?.send('ServiceWorker.startWorker', { scopeURL: `${this.origin()}/` });
    await session?.detach();
    return until('the service worker', async () => this.target());
  }
}
