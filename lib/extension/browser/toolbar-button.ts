/** Where the browser shows the extension's button. */
import { browser } from 'wxt/browser';
import { optionalApis } from './optional-apis.ts';

/** In the toolbar; behind the puzzle piece; or, on phones, in the browser's menu. */
export type ButtonPlace = 'pinned' | 'hidden' | 'menu';

/**
 * Asks the browser. If it does not say, assumes the button to be hidden, as it is at first in every
 * browser.
 */
export async function buttonPlace(): Promise<ButtonPlace> {
  if (!optionalApis().windows) return 'menu';
  try {
    return (await browser.action.getUserSettings()).isOnToolbar ? 'pinned' : 'hidden';
  } catch {
    return 'hidden';
  }
}
