/** Whether the browser may clear what the extension stores when the disk gets short. */
import { browser } from 'wxt/browser';

/**
 * Asks the browser to keep it, and resolves with whether it does. With the permission
 * `unlimitedStorage` Firefox says yes without asking the reader; Chromium spares the extension
 * without being asked, and says so nowhere
 * (https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies).
 */
export async function keepStorage(): Promise<boolean> {
  if (await navigator.storage.persist()) return true;
  return !import.meta.env.FIREFOX && browser.permissions.contains({ permissions: ['unlimitedStorage'] });
}
