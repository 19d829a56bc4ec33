import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Part } from '../../browser/driver/driver.ts';
import { until } from '../../browser/driver/patience.ts';
import { mentionsOn, watchFlash } from '../../browser/pages/page-marks.ts';
import { openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { openQueue, queued } from '../../browser/pages/queue.ts';
import { DDSP as OTHER, METAMORPHOSIS as THIRD, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const tall = '<p style="height:3000px">…</p>';
const pages = new Map([
  ['/one', `<!doctype html><title>One</title>${tall}<h2>${TITLE}</h2>${tall}`],
  ['/two', `<!doctype html><title>Two</title><h2>${OTHER}</h2><iframe src="/frame"></iframe>`],
  ['/frame', `<!doctype html><title>Frame</title><h2>${THIRD}</h2>`],
  ['/none', '<!doctype html><title>None</title><p>Nothing known</p>'],
]);

inEachBrowser(
  'The side panel',
  (path) => pages.get(path),
  (bench) => {
    let panel: Part;
    let [one, two, none] = [] as unknown as [Page, Page, Page];
    const open = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
    const listed = (): Promise<string[]> =>
      panel.evaluate(() =>
        [...document.querySelectorAll('[aria-label="Papers on this page"] h2')].map((title) => title.textContent ?? ''),
      );
    const click = (selector: string): Promise<void> =>
      panel.evaluate((selector) => (document.querySelector(selector) as HTMLElement).click(), selector);
    const text = (): Promise<string> => panel.evaluate(() => document.body.innerText);
    const site = (): Promise<string> => panel.evaluate(() => document.querySelector('.switch-hint')?.textContent ?? '');

    beforeAll(async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      [one, two, none] = [await open('/one'), await open('/two'), await open('/none')];
      // Its title is below the window.
      const url = `${bench.server.origin}/one`;
      await until('the title', async () => (await mentionsOn(bench.driver.background, url))[0]);
      panel = await bench.driver.openSidePanel();
      await until('the tabs', () =>
        panel.evaluate(() => (document.getElementById('tab-this-page') ? true : undefined)),
      );
      await click('#tab-this-page');
    });
    afterAll(async () => {
      for (const page of [one, two, none]) await page?.close();
    });

    it('follows the reader from tab to tab, with the frames of each', async () => {
      await one.bringToFront();
      await expect.poll(listed).toEqual([TITLE]);
      await two.bringToFront();
      await expect.poll(listed).toEqual([OTHER, THIRD]);
      await none.bringToFront();
      await expect.poll(listed).toEqual([]);
      await expect.poll(text).toContain('No known papers on this page');
      expect(await site()).toBe('127.0.0.1');
      const settings = await bench.driver.openExtensionPage('options.html');
      await expect.poll(text).toContain('can’t be read');
      await settings.close();
      await two.bringToFront();
      await one.bringToFront();
      await expect.poll(listed).toEqual([TITLE]);
    });

    it('follows what happens on the page in front, and where it goes', async () => {
      await one.bringToFront();
      await expect.poll(listed).toEqual([TITLE]);
      await one.evaluate((title) => document.body.insertAdjacentHTML('beforeend', `<h2>${title}</h2>`), OTHER);
      await expect.poll(listed).toEqual([TITLE, OTHER]);
      // What happens on pages behind it is no matter.
      await two.evaluate(() => document.querySelector('h2')?.remove());
      await one.goto(`${bench.server.origin}/frame`);
      await expect.poll(listed).toEqual([THIRD]);
      await one.goto(`${bench.server.origin}/one`);
      await expect.poll(listed).toEqual([TITLE]);
    });

    it('scrolls the page to a paper that is chosen, and flashes it', async () => {
      await one.bringToFront();
      await expect.poll(listed).toEqual([TITLE]);
      const hasFlashed = await watchFlash(one);
      await click('[aria-label="Papers on this page"] h2 button');
      await expect.poll(hasFlashed).toBe(true);
      const isSeen = (): Promise<boolean> =>
        one.evaluate(() => {
          const { top, bottom } = (document.querySelector('h2') as Element).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
      await expect.poll(isSeen).toBe(true);
    });

    it('saves papers, which popup and library show at once, and shows what is done there', async () => {
      const popup = await openPopup(bench.driver, `${bench.server.origin}/one`);
      const queue = await openQueue(bench.driver);
      await openTab(popup, 'Reading list');
      await one.bringToFront();
      await expect.poll(listed).toEqual([TITLE]);
      const saved = '[aria-label="Papers on this page"] .save';
      await click(saved);
      const pressed = (): Promise<string | null> =>
        panel.evaluate((selector) => document.querySelector(selector)?.getAttribute('aria-pressed') ?? null, saved);
      await expect.poll(pressed).toBe('true');
      await expect.poll(() => queued(queue)).toEqual([TITLE]);
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([TITLE]);
      await queue.bringToFront();
      await queue.click('.queue-row .save');
      await one.bringToFront();
      await expect.poll(pressed).toBe('false');
      await popup.close();
      await queue.close();
    });

    it('is laid out for its width, from 280 pixels up', async () => {
      const page = await bench.driver.openExtensionPage('sidepanel.html');
      await page.waitForSelector('#tab-search');
      for (const width of [280, 360, 700]) {
        await page.setViewport({ width, height: 800 });
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('button, a, input')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
            .map((element) => element.textContent),
        );
        expect(wide).toEqual([]);
        expect(await page.evaluate(() => document.querySelector('.popup')?.clientWidth)).toBe(width);
      }
      await page.close();
    });

    it('as a tab shows the page that the reader was on before, and follows too', async () => {
      await two.bringToFront();
      const page = await bench.driver.openExtensionPage('sidepanel.html');
      await openTab(page, 'This page');
      await expect.poll(() => titlesIn(page, 'Papers on this page')).toEqual([THIRD]);
      await one.bringToFront();
      await page.bringToFront();
      await expect.poll(() => titlesIn(page, 'Papers on this page')).toEqual([TITLE]);
      await page.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
