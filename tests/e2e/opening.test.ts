import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { byRole, openPopup, search, titlesIn, waitForFirst } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
const QUERY = 'rethinking training gan';

inEachBrowser(
  'The popup opened again',
  () => undefined,
  (bench) => {
    const boxState = (page: Page): Promise<unknown> =>
      page.$eval('input[type=search]', (element) => {
        const { value, selectionStart, selectionEnd } = element as HTMLInputElement;
        return { value, selected: value.slice(selectionStart ?? 0, selectionEnd ?? 0) };
      });
    /** A popup that has shown the answer to QUERY before it was closed. */
    const askAndClose = async (): Promise<void> => {
      const page = await openPopup(bench.driver);
      await search(page, QUERY);
      await waitForFirst(page, 'Results', TITLE);
      await page.waitForFunction((query) => localStorage.getItem('last-view/popup.html')?.includes(query), {}, QUERY);
      await page.close();
    };

    /** Whether the answers stand in the very elements that were shown before, once the popup in `page` is loaded anew and has answered. */
    const keepsItsRows = async (page: Page): Promise<boolean> => {
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('DOMContentLoaded', () => {
          Object.assign(globalThis, { shown: document.querySelector('.row') });
        });
      });
      await page.evaluate(() => void setTimeout(() => location.reload()));
      await page.waitForFunction(() => 'shown' in globalThis);
      await page.waitForSelector('.scroller[aria-busy=false] > .rows');
      expect(await titlesIn(page, 'Results')).toContain(TITLE);
      return page.evaluate(
        () => (globalThis as unknown as { shown: Element | null }).shown === document.querySelector('.row'),
      );
    };

    it('has the last query, selected, and its answers', async () => {
      await askAndClose();
      const page = await openPopup(bench.driver);
      expect(await boxState(page)).toEqual({ value: QUERY, selected: QUERY });
      await waitForFirst(page, 'Results', TITLE);
      await page.waitForSelector('.scroller[aria-busy=false] > .rows');
      expect(await page.$$eval('.last-rows', (lists) => lists.length)).toBe(0);
      await page.bringToFront();
      await page.keyboard.type('neural metamorph');
      await waitForFirst(page, 'Results', 'Neural Metamorphosis');
      await page.close();
    });

    it('answers whether or not what ranked the answers was kept whole', async () => {
      await askAndClose();
      const key = 'last-abstracts/popup.html';
      for (const damaged of ['null', '{"index":', '{"index":"","abstracts":[["0123456789abcdef","x"]]}', '{}']) {
        const page = await openPopup(bench.driver);
        await page.waitForSelector('.scroller[aria-busy=false] > .rows');
        expect((await titlesIn(page, 'Results'))[0]).toBe(TITLE);
        await page.waitForFunction((key) => (localStorage.getItem(key) ?? '').length > 1000, {}, key);
        await page.evaluate((key, damaged) => localStorage.setItem(key, damaged), key, damaged);
        await page.close();
      }
    });

    it('has its style sheet in the page itself, and takes no other', async () => {
      const page = await openPopup(bench.driver);
      const width = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).width);
      expect(await width()).toBe('420px');
      await page.evaluate(() => {
        const sheet = document.createElement('style');
        sheet.textContent = 'body { width: 100px }';
        document.head.append(sheet);
      });
      expect(await width()).toBe('420px');
      await page.close();
    });

    // Firefox runs no scripts of a test before those of an extension's page.
    it.skipIf(bench.name === 'firefox')('takes what is typed before the program is there', async () => {
      await askAndClose();
      const page = await bench.driver.openExtensionPage('popup.html');
      await page.evaluateOnNewDocument(() => {
        // The first script has run then, and has put the view into the page; the program comes after.
        document.addEventListener('DOMContentLoaded', () => {
          const box = document.querySelector('input[type=search]');
          const isAlone = !(document.querySelector('.tabs') as (Element & { __k?: object }) | null)?.__k;
          document.execCommand('insertText', false, 'neural metamorph');
          Object.assign(globalThis, { early: { box, isAlone } });
        });
      });
      await page.evaluate(() => void setTimeout(() => location.reload()));
      await page.waitForFunction(() => 'early' in globalThis);
      await waitForFirst(page, 'Results', 'Neural Metamorphosis');
      expect(await boxState(page)).toEqual({ value: 'neural metamorph', selected: '' });
      const early = await page.evaluate(() => {
        const { early } = globalThis as unknown as { early: { box: Element | null; isAlone: boolean } };
        return [
          early.isAlone,
          early.box === document.querySelector('input[type=search]'),
          early.box === document.activeElement,
        ];
      });
      expect(early).toEqual([true, true, true]);
      await page.close();
    });

    // What is drawn twice is laid out twice, and that is much of what opening takes.
    it.skipIf(bench.name === 'firefox')('has its first answer in the very rows that were shown last', async () => {
      await askAndClose();
      const page = await bench.driver.openExtensionPage('popup.html');
      expect(await keepsItsRows(page)).toBe(true);
      await page.close();
    });

    it('has the search again, also when it was closed on another tab', async () => {
      await askAndClose();
      const page = await openPopup(bench.driver);
      await waitForFirst(page, 'Results', TITLE);
      await (await byRole(page, 'tab', 'Reading list')).click();
      await page.waitForSelector('#panel-reading-list[data-shown=true]');
      // What is kept when a page is left is kept then too.
      await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
      const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('last-view/popup.html') as string).html);
      expect(kept).toMatch(/id="tab-search"[^>]*aria-selected="true"/);
      expect(kept).not.toContain('panel-reading-list" aria-labelledby');
      await page.close();
    });

    describe('with searches that led somewhere', () => {
      it('offers them again, and forgets them', async () => {
        const page = await openPopup(bench.driver);
        await search(page, QUERY);
        await waitForFirst(page, 'Results', TITLE);
        await page.bringToFront();
        await page.keyboard.press('Enter');
        await byRole(page, 'button', 'Back').then((button) => button.click());
        await search(page, '');
        await page.waitForFunction(() => document.querySelector('.list-title')?.textContent?.startsWith('Latest'));
        await (await byRole(page, 'button', QUERY)).click();
        await waitForFirst(page, 'Results', TITLE);
        await search(page, '');
        await (await byRole(page, 'button', 'Forget recent searches')).click();
        expect(await page.$$eval('.recent', (rows) => rows.length)).toBe(0);
        expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBe('[]');
        await page.close();
      });
    });

    it('makes a damaged search index anew, in silence', async () => {
      const page = await openPopup(bench.driver);
      await page.evaluate(async () => {
        const opened = indexedDB.open('paperlight');
        await new Promise((done) => {
          opened.onsuccess = done;
        });
        const transaction = opened.result.transaction('searchIndex', 'readwrite');
        transaction.objectStore('searchIndex').put({ key: 'papers', file: new Blob(['not an index']) });
        await new Promise((done) => {
          transaction.oncomplete = done;
        });
        opened.result.close();
      });
      await page.close();
      const again = await openPopup(bench.driver);
      await search(again, 'neural metamorph');
      await waitForFirst(again, 'Results', 'Neural Metamorphosis');
      expect(await again.$$eval('[role=alert]', (alerts) => alerts.map((alert) => alert.textContent).join(''))).toBe(
        '',
      );
      expect((await titlesIn(again, 'Results')).length).toBeGreaterThan(0);
      await again.close();
    });

    it('does not have it made anew without end where that is of no use', async () => {
      await askAndClose();
      const other = await bench.driver.openExtensionPage('options.html');
      const spoilt = other.evaluate(spoilIndexes, 3000);
      const page = await openPopup(bench.driver);
      // The one that was there, the one that was made in its place, and perhaps one that was being made already; not dozens.
      expect(await spoilt).toBeLessThanOrEqual(4);
      await page.close();
      await other.close();
    });
  },
);

/** Runs in a page of the extension: spoils each index that is stored within so many milliseconds, and returns how many there were. */
async function spoilIndexes(milliseconds: number): Promise<number> {
  const opened = indexedDB.open('paperlight');
  await new Promise((done) => {
    opened.onsuccess = done;
  });
  let spoilt = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const transaction = opened.result.transaction('searchIndex', 'readwrite');
    const indexes = transaction.objectStore('searchIndex');
    const read = indexes.get('papers');
    read.onsuccess = () => {
      if (read.result?.file.size === 8) return;
      indexes.put({ key: 'papers', file: new Blob(['an index']) });
      spoilt++;
    };
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    await new Promise((done) => setTimeout(done, 5));
  }
  opened.result.close();
  return spoilt;
}
