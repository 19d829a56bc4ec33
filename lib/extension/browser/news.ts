/** Whether a new version has still to say what is new in it. */
import { browser } from 'wxt/browser';

const KEY = 'news';

/** Notes that the extension was updated. A build that is loaded again is no news. */
export async function noteUpdate(previousVersion: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (previousVersion !== version) await browser.storage.local.set({ [KEY]: version });
}

/** The version whose news have not been told yet, which they are from now on. */
export async function takeNews(): Promise<string | undefined> {
  const { [KEY]: version } = await browser.storage.local.get(KEY);
  if (typeof version !== 'string') return undefined;
  await browser.storage.local.remove(KEY);
  return version;
}
