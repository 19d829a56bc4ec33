import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitForCatalogue } from '../../browser/pages/popup.ts';
import { openQueue, seedQueue } from '../../browser/pages/queue.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = [
  'A paper whose title is rather long, and longer than any narrow window has room for in a line',
  'Short',
];
const surfaces = [
  'popup.html',
  'sidepanel.html',
  'library.html',
  'library.html?q=gan',
  'library.html?view=list',
  'options.html',
  'welcome.html',
];

inEachBrowser(
  'A narrow window',
  () => undefined,
  (bench) => {
    beforeAll(async () => {
      await waitForCatalogue(bench.driver);
      const queue = await openQueue(bench.driver);
      await seedQueue(queue, { titles });
      await queue.close();
    });
    let page: Page;
    afterEach(() => page.close());

    it('has the button of a long notice in it', async () => {
      page = await openQueue(bench.driver);
      await page.setViewport({ width: 320, height: 640 });
      await (await page.waitForSelector('.queue-row .save'))?.click();
      const undo = await page.waitForSelector('.toast-action');
      expect(await undo?.evaluate((button) => button.getBoundingClientRect().right)).toBeLessThan(320);
      await undo?.click();
      await page.waitForFunction(
        (title) => document.querySelector('.queue-row h2')?.textContent === title,
        {},
        titles[0],
      );
    });

    describe.each(surfaces)('of %s', (path) => {
      // 320 pixels are also a window of 1280 at 400 %.
      it.each([320, 360, 400])('%i pixels wide scrolls no way but down, and cuts no button off', async (width) => {
        page = await bench.driver.openExtensionPage(path);
        await page.setViewport({ width, height: 640 });
        await page.waitForSelector('button');
        await page.waitForSelector('main :is(.row, section)');
        // The page of the popup asks for its own width, and fills what it gets.
        const root = path === 'popup.html' ? 'main' : 'html';
        expect(await page.$eval(root, (element) => element.scrollWidth)).toBeLessThanOrEqual(width);
        const list = path.startsWith('library') ? '.library-list' : 'main';
        expect(await page.$eval(list, (element) => element.clientHeight)).toBeGreaterThan(200);
        const cut = await page.$$eval(
          ':is(header, footer, .library-status, .column, .bulk) :is(button, a, select, input)',
          (all, width) =>
            all
              .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, .facets'))
              .filter((one) => {
                const { left, right } = one.getBoundingClientRect();
                return left < -0.5 || right > width + 0.5;
              })
              .map((one) => one.getAttribute('aria-label') ?? one.textContent),
          width,
        );
        expect(cut).toEqual([]);
      });
    });
  },
);
