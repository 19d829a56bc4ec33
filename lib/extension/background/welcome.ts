/** The page of first steps. */
import { browser } from 'wxt/browser';

const KEY = 'welcomed';

/**
 * Opens the page after an installation, once: not after an update, and not when a browser that
 * takes temporary installations away gets this one again, with all that was stored.
 */
export async function welcome(reason: string): Promise<void> {
  const { [KEY]: isWelcomed } = await browser.storage.local.get(KEY);
  if (isWelcomed) return;
  if (reason === 'install') await browser.tabs.create({ url: `${browser.runtime.getURL('/')}welcome.html` });
  await browser.storage.local.set({ [KEY]: true });
}
