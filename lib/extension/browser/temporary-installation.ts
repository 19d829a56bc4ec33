/** Whether the browser takes the extension away when it closes. */
import { browser } from 'wxt/browser';

/**
 * True in Firefox for what was loaded in `about:debugging`. Chromium keeps unpacked extensions.
 * Needs no permission.
 */
export async function isTemporary(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return false;
  const { installType } = await browser.management.getSelf();
  return installType === 'development';
}
