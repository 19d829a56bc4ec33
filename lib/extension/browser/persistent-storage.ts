/** Whether the browser may evict the extension's data when disk space runs low. */
import { browser } from 'wxt/browser';

/**
 * Asks the browser to keep the data, and resolves with whether it does. With the permission
 * `unlimitedStorage` Firefox agrees without asking the reader; Chromium keeps them anyway, but
 * `persist()` does not say so
 * (https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies).
 */
export async function keepStorage(): Promise<boolean> {
  if (await navigator.storage.persist()) return true;
  return !import.meta.env.FIREFOX && browser.permissions.contains({ permissions: ['unlimitedStorage'] });
}
