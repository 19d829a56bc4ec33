/**
 * What is changed on a page is told on the toolbar button, and the popup that opens next offers to
 * undo it.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../../browser/driver/patience.ts';
import { cardButton, clickInCard, waitForCard } from '../../browser/pages/card.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup, tabIdOf, titlesIn } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

/** What the background of either browser has. */
interface Api {
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
  tabs: { create(tab: object): Promise<unknown> };
  runtime: { getURL(path: string): string };
}

inEachBrowser(
  'A change from a page',
  () => `<!doctype html><title>${TITLE}</title><h1>${TITLE}</h1>`,
  (bench) => {
    const open = async (): Promise<Page> => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await tab.bringToFront();
      await waitForMarks(tab, 1);
      return tab;
    };
    const button = (tabId: number): Promise<[badge: string, title: string]> =>
      bench.driver.background.evaluate(async (id) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
        const { action } = browser ?? chrome;
        return [await action.getBadgeText({ tabId: id }), await action.getTitle({ tabId: id })];
      }, tabId);
    const idOf = async (tab: Page): Promise<number> => {
      const page = await bench.driver.openExtensionPage('options.html');
      const id = await tabIdOf(page, tab.url());
      await page.close();
      await tab.bringToFront();
      return id;
    };
    /** Opens a popup, which must tell what was done, and undoes it there. */
    const undoInPopup = async (told: string): Promise<void> => {
      const popup = await openPopup(bench.driver);
      const text = (): Promise<string> => popup.$eval('.toast-text', (toast) => toast.textContent).catch(() => '');
      await expect.poll(text).toBe(told);
      await popup.$eval('.toast-action', (undo) => (undo as HTMLElement).click());
      await expect.poll(text).toMatch(/again\.|is back/);
      await popup.close();
    };
    const point = async (tab: Page): Promise<void> => {
      const [x, y] = await tab.$eval('h1', (heading) => {
        const { left, top, height } = heading.getBoundingClientRect();
        return [left + 60, top + height / 2] as const;
      });
      await tab.mouse.move(x - 20, y);
      await tab.mouse.move(x, y);
      await waitForCard(tab, TITLE);
    };

    it('by a card is told on the button, and undone in the popup', async () => {
      const tab = await open();
      const id = await idOf(tab);
      await point(tab);
      await clickInCard(tab, 'Save');
      await cardButton(tab, 'Saved');
      await expect.poll(() => button(id)).toEqual(['✓', `Saved: ${TITLE}`]);
      await undoInPopup(`Saved “${TITLE}”.`);
      await tab.bringToFront();
      // The open card shows that it was undone.
      await cardButton(tab, 'Save');
      await clickInCard(tab, 'Save');
      await clickInCard(tab, 'Status: To read');
      await cardButton(tab, 'Status: Reading');
      await expect.poll(() => button(id)).toEqual(['✓', `Marked as reading: ${TITLE}`]);
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
      await expect.poll(() => button(id)).toEqual(['✓', `Removed: ${TITLE}`]);
      await tab.close();
      await undoInPopup(`Removed “${TITLE}”.`);
      const popup = await openPopup(bench.driver);
      await popup.click('#tab-reading-list');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([TITLE]);
      // What was told once is not told again.
      expect(await popup.$('.toast')).toBeNull();
      await popup.$$eval('[aria-pressed=true]', ([save]) => (save as HTMLElement).click());
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([]);
      await popup.close();
    });

    it('by the key is undone in the popup', async () => {
      const tab = await open();
      const id = await idOf(tab);
      await bench.driver.pressCommand('save-page');
      await expect.poll(() => button(id)).toEqual(['✓', `Saved: ${TITLE}`]);
      await undoInPopup(`Saved “${TITLE}”.`);
      await tab.close();
    });

    it('is not told to a page in a background tab, where nobody reads it', async () => {
      const tab = await open();
      const id = await idOf(tab);
      await bench.driver.pressCommand('save-page');
      await expect.poll(() => button(id)).toEqual(['✓', `Saved: ${TITLE}`]);
      const known = new Set(await bench.driver.tabs());
      await bench.driver.background.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
        const { tabs, runtime } = browser ?? chrome;
        await tabs.create({ url: runtime.getURL('/library.html?view=list'), active: false });
      });
      const queue = await until('the queue in the background, with its paper', async () => {
        const opened = (await bench.driver.tabs()).filter((page) => !known.has(page));
        // Its rows may be drawn only once it is seen.
        for (const page of opened) if (await page.$('.queue-footer').catch(() => null)) return page;
        return undefined;
      });
      await undoInPopup(`Saved “${TITLE}”.`);
      expect(await queue.$('.toast')).toBeNull();
      await queue.close();
      await tab.close();
    });
  },
);
