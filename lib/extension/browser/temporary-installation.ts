/** Whether the browser removes the extension when it closes. */
import { browser } from 'wxt/browser';

/**
 * True in Firefox for an extension loaded in `about:debugging`; Chromium keeps unpacked ones. Needs
 * no permission.
 */
export async function isTemporary(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return false;
  const { installType } = await browser.management.getSelf();
  return installType === 'development';
}
