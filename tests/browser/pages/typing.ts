/** Typing as people do, and what the reading list holds after it. */
import type { Page } from 'puppeteer-core';

/**
 * Milliseconds between two keys: a machine's, a fast and an ordinary typist's. Each browser is
 * typed into at two of them, since typing takes its time; at all of them where PAUSES is "all".
 */
export const PAUSES_MS =
  process.env.PAUSES === 'all' ? [0, 40, 120] : process.env.PAPERLIGHT_LANE === 'firefox' ? [0, 40] : [0, 120];

/**
 * Presses the keys of a text, `pauseMs` apart; without a pause none waits for the one before. "\n"
 * is Enter.
 */
export async function typeAt(page: Page, text: string, pauseMs: number): Promise<void> {
  const keys = [...text];
  if (pauseMs === 0) await Promise.all(keys.map((key) => page.keyboard.type(key)));
  else await page.keyboard.type(text, { delay: pauseMs });
}

/**
 * The reading list on disk: of each paper that is on it, in order of its place, status, tags and
 * note.
 */
export function listed(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('paperlight');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const db = opened.result;
    const all = db.transaction('readingList').objectStore('readingList').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    db.close();
    return all.result
      .filter(({ deletedAt }) => deletedAt === null)
      .sort((a, b) => a.position - b.position)
      .map(({ paperId, status, tags, note }) => [paperId, status, tags.join('+'), note].join(' | '));
  });
}

/** What stands in the box that has the focus; undefined while none has. */
export function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const box = document.activeElement;
    const isBox = box instanceof HTMLInputElement || (box instanceof HTMLTextAreaElement && box.isConnected);
    return isBox && !box.classList.contains('unseen') ? box.value : undefined;
  });
}
