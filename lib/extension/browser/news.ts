/** Whether the news of an update have yet to be shown. */
import { browser } from 'wxt/browser';

const KEY = 'news';

/** Notes that the extension was updated. Reloading the same version does not count. */
export async function noteUpdate(previousVersion: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (previousVersion !== version) await browser.storage.local.set({ [KEY]: version });
}

/** The version whose news have yet to be shown; returned only once. */
export async function takeNews(): Promise<string | undefined> {
  const { [KEY]: version } = await browser.storage.local.get(KEY);
  if (typeof version !== 'string') return undefined;
  await browser.storage.local.remove(KEY);
  return version;
}
