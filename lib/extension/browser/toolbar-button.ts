/** Where the browser has the extension's button. */
import { browser } from 'wxt/browser';
import { lackable } from './lackable.ts';

/** In the toolbar; behind the puzzle piece; or, on phones, in the browser's menu. */
export type ButtonPlace = 'pinned' | 'hidden' | 'menu';

/** Asks the browser. One that does not say has the button hidden, as every browser has at first. */
export async function buttonPlace(): Promise<ButtonPlace> {
  if (!lackable().windows) return 'menu';
  try {
    return (await browser.action.getUserSettings()).isOnToolbar ? 'pinned' : 'hidden';
  } catch {
    return 'hidden';
  }
}
