/** The tabs of a browser. */
import type { browser as extensionApi } from 'wxt/browser';
import type { Part } from './driver.ts';
import { until } from './patience.ts';

// In functions that run inside the extension. Firefox has it too.
declare const chrome: typeof extensionApi;

/**
 * Waits until the extension has opened the page that it opens after an installation, if it does,
 * and closes it.
 */
export async function closeWelcome(background: Part): Promise<void> {
  const close = (): Promise<true | undefined> =>
    background.evaluate(async () => {
      const { welcomed } = await chrome.storage.local.get('welcomed');
      if (!welcomed) return undefined;
      const address = `${chrome.runtime.getURL('/')}welcome.html`;
      const tabs = await chrome.tabs.query({});
      const opened = tabs.filter(({ url, pendingUrl }) => url === address || pendingUrl === address);
      await chrome.tabs.remove(opened.flatMap(({ id }) => id ?? []));
      return true;
    });
  // A browser that was killed may have forgotten the sign, and does not install the extension a
  // second time.
  await until('what comes after an installation', () => close().catch(() => undefined), 10_000).catch(() => {});
}

/**
 * The addresses of all tabs that the extension may see, asked in a part of it, with spaces between.
 */
export function addressesOfTabs(part: Part): Promise<string> {
  return part.evaluate(async () => {
    return (await chrome.tabs.query({})).map(({ url }) => url).join(' ');
  });
}
