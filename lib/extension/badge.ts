/** The number on the toolbar button. */
import { browser } from 'wxt/browser';

/** Shows on the button of a tab how many catalogued papers its page has; nothing for none. */
export async function showCount(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
}

/** Gives the badge its colours. */
export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8a5200' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
