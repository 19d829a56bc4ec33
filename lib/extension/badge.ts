/** The number on the toolbar button. */
import { browser } from 'wxt/browser';
import { readFrames } from './frames.ts';

/** Changes of a page's many frames come together: they are counted once, after so many milliseconds. */
const PAUSE = 100;

const waiting = new Set<number>();

/** Soon has the button of a tab show how many catalogued papers its page has, in all its frames; nothing for none. */
export function countAgain(tabId: number): void {
  if (waiting.has(tabId)) return;
  waiting.add(tabId);
  setTimeout(() => {
    waiting.delete(tabId);
    // The tab may be gone by now.
    showCount(tabId).catch(() => {});
  }, PAUSE);
}

async function showCount(tabId: number): Promise<void> {
  const frames = await readFrames(tabId, () => countAgain(tabId));
  const { size } = new Set(frames.flatMap(({ marks }) => marks.map(({ paperId }) => paperId)));
  await browser.action.setBadgeText({ tabId, text: size > 0 ? String(size) : '' });
}

/** Gives the badge its colours. */
export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8a5200' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
