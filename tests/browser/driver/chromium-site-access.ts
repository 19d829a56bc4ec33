/** What Chromium lets the extension read, changed as its own page for extensions does. */
import type { Browser, Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';

// In functions that run inside the extension.
declare const chrome: typeof extensionApi;

/** What Chromium's page for extensions may call. */
interface Privileged {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration(of: { extensionId: string; hostAccess: string }): Promise<void>;
      addHostPermission(id: string, origin: string): Promise<void>;
    };
  };
}

/** Which sites the extension with this id may read. */
export class ChromiumSiteAccess {
  private readonly browser: Browser;
  private readonly id: () => string;

  constructor(browser: Browser, id: () => string) {
    this.browser = browser;
    this.id = id;
  }

  /** None without a click. */
  withhold(): Promise<void> {
    return this.run((extensionId) => {
      const { developerPrivate } = (globalThis as unknown as Privileged).chrome;
      return developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    });
  }

  /**
   * Has whatever a page of the extension asks for be allowed: nobody can press the buttons of a
   * prompt that no window shows.
   */
  async agreeToPrompts(page: Page): Promise<void> {
    await page.exposeFunction('allowSites', (origins: string[]) => this.run(allow, origins));
    await page.evaluate(() => {
      const { allowSites } = globalThis as unknown as { allowSites(origins: string[]): Promise<void> };
      const request = async ({ origins = [] }: { origins?: string[] }): Promise<boolean> => {
        await allowSites(origins);
        return true;
      };
      Object.assign(chrome.permissions, { request });
    });
  }

  private async run<Args extends unknown[]>(
    change: (id: string, ...args: Args) => Promise<void>,
    ...args: Args
  ): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(change as (...all: unknown[]) => Promise<void>, this.id(), ...args);
    await page.close();
  }
}

/** Runs in Chromium's page for extensions. */
async function allow(extensionId: string, origins: string[]): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as Privileged).chrome;
  if (origins.includes('https://*/*')) {
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_ALL_SITES' });
  } else for (const origin of origins) await developerPrivate.addHostPermission(extensionId, origin);
}
