/** What the toolbar button shows: a number, and for a moment what came of a command. */
import { browser } from 'wxt/browser';
import { readFrames } from '../browser/frames.ts';

/**
 * Changes of a page's many frames come together: they are counted once, after so many milliseconds.
 */
const GATHERING_MS = 100;
/** How long the button says what came of a command, in milliseconds. */
const TOLD = 2000;

const waiting = new Set<number>();
/** Tabs whose button says something else than a number, with what ends that. */
const telling = new Map<number, ReturnType<typeof setTimeout>>();

/**
 * Soon has the button of a tab show how many catalogued papers its page has, in all its frames;
 * nothing for none.
 */
export function countAgain(tabId: number): void {
  if (waiting.has(tabId)) return;
  waiting.add(tabId);
  setTimeout(() => {
    waiting.delete(tabId);
    // The tab may be gone by now.
    showCount(tabId).catch(() => {});
  }, GATHERING_MS);
}

/**
 * For a moment has the button of a tab show a sign, and say in its title what it means; then the
 * number again.
 */
export async function tellOnButton(tabId: number, sign: string, title: string): Promise<void> {
  clearTimeout(telling.get(tabId));
  telling.set(
    tabId,
    // The tab may be gone by then.
    setTimeout(() => void untell(tabId).catch(() => {}), TOLD),
  );
  await browser.action.setBadgeText({ tabId, text: sign });
  await browser.action.setTitle({ tabId, title });
}

async function untell(tabId: number): Promise<void> {
  telling.delete(tabId);
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) });
  // A page that extensions may not see has no number.
  await browser.action.setBadgeText({ tabId, text: '' });
  await showCount(tabId);
}

async function showCount(tabId: number): Promise<void> {
  if (telling.has(tabId)) return;
  const frames = await readFrames(tabId, () => countAgain(tabId));
  const { size } = new Set(frames.flatMap(({ marks }) => marks.map(({ paperId }) => paperId)));
  if (!telling.has(tabId)) await browser.action.setBadgeText({ tabId, text: size > 0 ? String(size) : '' });
}

/** Gives the badge its colours. */
export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8a5200' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
