import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { openPopup, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { openQueue, queued } from '../../browser/pages/queue.ts';
import { EPIGRAF } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const OTHER = 'Neural Metamorphosis';

inEachBrowser(
  'What the reader wrote is searched',
  () => undefined,
  (bench) => {
    beforeAll(async () => {
      const popup = await openPopup(bench.driver);
      for (const title of [EPIGRAF, OTHER]) {
        await search(popup, title);
        await waitForFirst(popup, 'Results', title);
        await popup.bringToFront();
        await popup.keyboard.down('Control');
        await popup.keyboard.press('s');
        await popup.keyboard.up('Control');
        await popup.waitForSelector('.row [aria-pressed=true]');
      }
      await writeOf(popup, { note: 'The zebrafish baseline is wrong.', tags: ['日本語', 'C++'] });
      await popup.close();
    });

    it.each(['zebrafish', 'note:zebraf', '“zebrafish baseline” is:saved', '日本語', 'tag:“C++”'])(
      'in the reading list, which %s narrows',
      async (query) => {
        const page = await openQueue(bench.driver);
        await page.waitForFunction(() => document.querySelectorAll('.queue-row').length === 2);
        await search(page, query);
        // A phrase is looked for in titles and abstracts, where it is not.
        const wanted = query.startsWith('“') ? [] : [EPIGRAF];
        await expect.poll(() => queued(page)).toEqual(wanted);
        await search(page, '');
        await expect.poll(() => queued(page)).toHaveLength(2);
        await page.close();
      },
    );

    it('in the popup and the library, whose rows show the passage of the note with its words marked', async () => {
      const library = await bench.driver.openExtensionPage('library.html');
      for (const page of [await openPopup(bench.driver), library]) {
        await page.waitForSelector('.row');
        await search(page, 'zebrafish');
        await waitForFirst(page, 'Results', EPIGRAF);
        await expect.poll(() => marksIn(page)).toEqual(['zebrafish']);
        await search(page, '日本語');
        await expect.poll(() => titlesIn(page, 'Results')).toEqual([EPIGRAF]);
        await page.close();
      }
    });
  },
);

function marksIn(page: Page): Promise<(string | null)[]> {
  return page.$$eval('.row:first-of-type .row-own mark', (marks) => marks.map(({ textContent }) => textContent));
}

/**
 * Runs in a page of the extension: gives the paper that was saved first a note and tags, as an
 * older copy would bring them.
 */
async function writeOf(page: Page, written: { note: string; tags: string[] }): Promise<void> {
  await page.evaluate(async (written) => {
    const opened = indexedDB.open('paperlight');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const list = opened.result.transaction('readingList', 'readwrite').objectStore('readingList');
    const all = list.index('position').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    const put = list.put({ ...all.result.at(-1), ...written });
    await new Promise((done) => {
      put.onsuccess = done;
    });
    opened.result.close();
  }, written);
}
