import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { byRole, openPopup, openTab, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

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

    /**
     * Whether the answers stand in the very elements that were shown before, once the popup in
     * `page` is loaded anew and has answered.
     */
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
        // The first script has run then, and has put the view into the page; the program comes
        // after.
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

    // The same holds for it.
    describe.skipIf(bench.name === 'firefox')('when it is used before the program is there', () => {
      /**
       * The popup, loaded again after QUERY was asked in it, with `act` done once its last view is
       * shown.
       */
      const usedEarly = async (act: () => void): Promise<Page> => {
        await askAndClose();
        const page = await bench.driver.openExtensionPage('popup.html');
        await page.evaluateOnNewDocument(`document.addEventListener('DOMContentLoaded', () => {
          globalThis.isAlone = !document.querySelector('.tabs')?.__k;
          (${act})();
        })`);
        await page.evaluate(() => void setTimeout(() => location.reload()));
        await page.waitForFunction(() => 'isAlone' in globalThis);
        expect(await page.evaluate(() => (globalThis as { isAlone?: boolean }).isAlone)).toBe(true);
        return page;
      };
      const openedTitle = (page: Page): Promise<string | null> =>
        page.$eval('.details h2', (title) => title.textContent).catch(() => '');

      it('opens the tab that was clicked', async () => {
        const page = await usedEarly(() => document.getElementById('tab-reading-list')?.click());
        await page.waitForSelector('#panel-reading-list[data-shown=true] .column');
        expect(await page.$eval('#tab-reading-list', (tab) => tab.ariaSelected)).toBe('true');
        await page.close();
      });

      it('opens the paper that was clicked, once, however often', async () => {
        const page = await usedEarly(() => {
          const title = document.querySelector<HTMLElement>('.row-open');
          for (let i = 0; i < 3; i++) title?.click();
        });
        await expect.poll(() => openedTitle(page)).toBe(TITLE);
        await page.close();
      });

      it('saves a paper once, though its button was clicked twice', async () => {
        const page = await usedEarly(() => {
          const save = document.querySelector<HTMLElement>('.row .save');
          save?.click();
          save?.click();
        });
        await page.waitForSelector('.toast');
        expect(await page.$eval('.row .save', (save) => save.ariaPressed)).toBe('true');
        await page.close();
      });

      it('opens nothing in the place of a clicked row that has another paper since', async () => {
        const page = await usedEarly(() => {
          document.querySelector<HTMLElement>('.row-open')?.click();
          document.execCommand('insertText', false, 'neural metamorph');
        });
        await waitForFirst(page, 'Results', 'Neural Metamorphosis');
        await page.waitForSelector('.scroller[aria-busy=false] > .rows');
        expect(await openedTitle(page)).toBe('');
        await page.close();
      });

      it('opens the first answer by Enter after a query', async () => {
        const page = await usedEarly(() => {
          document.execCommand('insertText', false, 'neural metamorph');
          const key = { key: 'Enter', bubbles: true, cancelable: true };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
        });
        await expect.poll(() => openedTitle(page)).toBe('Neural Metamorphosis');
        await page.close();
      });
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
      await openTab(page, 'Reading list');
      await page.waitForSelector('#panel-reading-list[data-shown=true]');
      // What is kept when a page is left is kept then too.
      await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
      const kept = await page.evaluate(() => localStorage.getItem('last-view/popup.html') as string);
      expect(kept).toMatch(/\["id","tab-search"\](?:,\["[^"]*","[^"]*"\])*,\["aria-selected","true"\]/);
      expect(kept).not.toContain('["id","panel-reading-list"]');
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
        // The side panel has a view of its own.
        await page.evaluate((query) => localStorage.setItem('last-view/sidepanel.html', query), QUERY);
        await (await byRole(page, 'button', 'Forget recent searches')).click();
        expect(await page.$$eval('.recent', (rows) => rows.length)).toBe(0);
        expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBe('[]');
        expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain(QUERY);
        await page.close();
      });
    });

    it('rebuilds a damaged search index in silence', async () => {
      const page = await openPopup(bench.driver);
      await withDataLayer(page);
      await page.evaluate(async () => {
        await data.database.searchIndex.put({ key: 'papers', file: new Blob(['not an index']) });
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

    it('does not rebuild a damaged search index without end where that is of no use', async () => {
      await askAndClose();
      const other = await withDataLayer(await bench.driver.openExtensionPage('options.html'));
      const spoilt = other.evaluate(spoilIndexes, 3000);
      const page = await openPopup(bench.driver);
      // The one that was there, the one that was made in its place, and perhaps one that was being
      // made already; not dozens.
      expect(await spoilt).toBeLessThanOrEqual(4);
      await page.close();
      await other.close();
    });
  },
);

/**
 * Runs in a page of the extension: spoils each index that is stored within so many milliseconds,
 * and returns how many there were.
 */
async function spoilIndexes(milliseconds: number): Promise<number> {
  const { database } = data;
  let spoilt = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    await database.transaction('rw', database.searchIndex, async () => {
      const index = await database.searchIndex.get('papers');
      if (!index || index.file.size === 8) return;
      await database.searchIndex.put({ key: 'papers', file: new Blob(['an index']) });
      spoilt++;
    });
    await new Promise((done) => setTimeout(done, 5));
  }
  return spoilt;
}
