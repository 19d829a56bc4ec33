/** What the toolbar button shows: a number, and for a moment the result of a command. */
import { browser } from 'wxt/browser';
import { readFrames } from '../browser/frames.ts';

/** How long changes are collected: those of a page's many frames come together. */
const BATCH_MS = 100;
/** How long the button shows the result of a command. */
const MESSAGE_MS = 2000;

const waiting = new Set<number>();
/** Tabs whose button shows a message, with the timer that ends it. */
const messageTimers = new Map<number, ReturnType<typeof setTimeout>>();

/**
 * Schedules an update of the number on a tab's button: that of catalogued papers in all frames of
 * its page, or nothing for none.
 */
export function scheduleCount(tabId: number): void {
  if (waiting.has(tabId)) return;
  waiting.add(tabId);
  setTimeout(() => {
    waiting.delete(tabId);
    // The tab may be gone by now.
    showCount(tabId).catch(() => {});
  }, BATCH_MS);
}

/** Shows a sign on a tab's button, and a message as its title, for a moment. */
export async function showOnButton(tabId: number, sign: string, title: string): Promise<void> {
  clearTimeout(messageTimers.get(tabId));
  messageTimers.set(
    tabId,
    // The tab may be gone.
    setTimeout(() => void endMessage(tabId).catch(() => {}), MESSAGE_MS),
  );
  await browser.action.setBadgeText({ tabId, text: sign });
  await browser.action.setTitle({ tabId, title });
}

async function endMessage(tabId: number): Promise<void> {
  messageTimers.delete(tabId);
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) });
  // For a page closed to extensions `showCount` fails.
  await browser.action.setBadgeText({ tabId, text: '' });
  await showCount(tabId);
}

async function showCount(tabId: number): Promise<void> {
  if (messageTimers.has(tabId)) return;
  const frames = await readFrames(tabId, () => scheduleCount(tabId));
  const { size } = new Set(frames.flatMap(({ marks }) => marks.map(({ paperId }) => paperId)));
  if (!messageTimers.has(tabId)) await browser.action.setBadgeText({ tabId, text: size > 0 ? String(size) : '' });
}

/** Gives the badge its colours. */
export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8a5200' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
