/** The reading list in a tab, as a person meets it. */
import type { Page } from 'puppeteer-core';
import { type DataScope, withDataLayer } from '../data/data-layer.ts';
import type { Driver } from '../driver/driver.ts';
import { until } from '../driver/patience.ts';
import { titlesIn } from './popup.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

/** What the tests put into the database by themselves. */
interface Seeded {
  /** Titles of papers that are put into the catalogue and on the list, topmost first. */
  titles: string[];
  /** Ids that are put on the list alone. */
  missing?: string[];
}

/** Opens the reading list, or a view of it by what follows in its address, and waits for it. */
export async function openQueue(driver: Driver, view = ''): Promise<Page> {
  const page = await driver.openExtensionPage(`library.html?view=list${view}`);
  await page.waitForSelector('.queue-footer');
  return page;
}

/** The titles in the list, in order, that are drawn. */
export function queued(page: Page): Promise<string[]> {
  return titlesIn(page, 'Reading list');
}

/**
 * Puts papers on the reading list in the place of all that is there, as no part of the extension
 * does: pages show it when they are loaded again.
 */
export async function seedQueue(page: Page, { titles, missing = [] }: Seeded): Promise<void> {
  await withDataLayer(page);
  await page.evaluate(
    async (titles, missing) => {
      const { database } = data;
      const stamp = '000000001000a-seed';
      const stamps = { presence: stamp, status: stamp, tags: stamp, note: stamp, position: stamp };
      const papers = titles.map((title, i) => ({
        id: `seeded${String(i).padStart(10, '0')}`,
        title,
        abstract: `${title}. `.repeat(20),
        digestIds: [],
        codeLinks: [],
      }));
      const entries = [...papers.map(({ id }) => id), ...missing].map((paperId, i) => ({
        paperId,
        status: 'to-read' as const,
        tags: [],
        note: '',
        position: i,
        addedAt: 1000 + i,
        changedAt: 1000,
        deletedAt: null,
        stamps,
      }));
      await database.transaction('rw', database.papers, database.readingList, database.journal, async () => {
        await Promise.all([database.readingList.clear(), database.journal.clear()]);
        await Promise.all([database.papers.bulkPut(papers), database.readingList.bulkPut(entries)]);
      });
    },
    titles,
    missing,
  );
  await loadAgain(page);
}

/**
 * Loads the page again. Puppeteer waits in vain for the loading of an extension's page in Firefox.
 */
export async function loadAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { isOld: true });
    location.reload();
  });
  await until('the page', () =>
    page
      .evaluate(() => (!('isOld' in globalThis) && document.querySelector('.queue-row') ? true : undefined))
      .catch(() => undefined),
  );
}

/** Presses keys one after the other; `Alt+ArrowUp` holds the first down. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const name of keys) {
    const parts = name.split('+');
    const key = parts.pop() as 'a';
    for (const part of parts) await page.keyboard.down(part as 'Alt');
    await page.keyboard.press(key);
    for (const part of parts.reverse()) await page.keyboard.up(part as 'Alt');
  }
}

/** Gives a row of the list the focus. */
export async function focusRow(page: Page, index: number): Promise<void> {
  await page.bringToFront();
  await page.$eval(`[data-index="${index}"] .row-open`, (row) => (row as HTMLElement).focus());
}

/** Where the middle of the first match is, in the window, once rows have slid to their places. */
export function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, async (element) => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}
