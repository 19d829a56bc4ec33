/** The reading list in a tab, as a person meets it. */
import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { until } from './patience.ts';
import { titlesIn } from './popup.ts';

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

/** Puts papers on the reading list in the place of all that is there, as no part of the extension does: pages show it when they are loaded again. */
export async function seedQueue(page: Page, { titles, missing = [] }: Seeded): Promise<void> {
  await page.evaluate(
    async (titles, missing) => {
      const opened = indexedDB.open('paperlight');
      await new Promise((done) => {
        opened.onsuccess = done;
      });
      const db = opened.result;
      const write = db.transaction(['papers', 'readingList', 'journal'], 'readwrite');
      const list = write.objectStore('readingList');
      list.clear();
      write.objectStore('journal').clear();
      const stamp = '000000001000a-seed';
      const ids = [...titles.map((_, i) => `seeded${String(i).padStart(10, '0')}`), ...missing];
      for (const [i, id] of ids.entries()) {
        const title = titles[i];
        if (title !== undefined) {
          write
            .objectStore('papers')
            .put({ id, title, abstract: `${title}. `.repeat(20), digestIds: [], codeLinks: [] });
        }
        const stamps = { presence: stamp, status: stamp, tags: stamp, note: stamp, position: stamp };
        const made = { status: 'to-read', tags: [], note: '', position: i, addedAt: 1000 + i, changedAt: 1000 };
        list.put({ paperId: id, ...made, deletedAt: null, stamps });
      }
      await new Promise((done) => {
        write.oncomplete = done;
      });
      db.close();
    },
    titles,
    missing,
  );
  await loadAgain(page);
}

/** Loads the page again. Puppeteer waits in vain for the loading of an extension's page in Firefox. */
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
