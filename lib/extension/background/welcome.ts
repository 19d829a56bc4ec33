/** The page with first steps. */
import { browser } from 'wxt/browser';

const KEY = 'welcomed';

/**
 * Opens it once, after an installation: not after an update, and not when a temporary installation
 * is loaded again and finds its storage.
 */
export async function welcome(reason: string): Promise<void> {
  const { [KEY]: isWelcomed } = await browser.storage.local.get(KEY);
  if (isWelcomed) return;
  if (reason === 'install') await browser.tabs.create({ url: `${browser.runtime.getURL('/')}welcome.html` });
  await browser.storage.local.set({ [KEY]: true });
}
