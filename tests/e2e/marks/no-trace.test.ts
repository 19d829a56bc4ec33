import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

/** A page that hears whatever is dispatched on it under any name that it can know. */
const pages = new Map([
  ['/none', '<main>Nothing that is catalogued</main>'],
  ['/hidden', `<main style="opacity:0">${TITLE}</main>`],
  ['/title', `<h2>${TITLE}</h2>`],
]);

inEachBrowser(
  'A page without a title in sight',
  (path) =>
    pages.has(path)
      ? `<!doctype html><title>Page</title><script>
heard = []; const names = ['page:started', 'paperlight'].flatMap((name) => ['', 'paperlight@paperlight.invalid:'].map((id) => id + name));
for (const name of names) addEventListener(name, () => heard.push(name), true);
CSS.highlights.set('paperlight-flash', new Highlight());</script><body>${pages.get(path)}`
      : undefined,
  (bench) => {
    /** All that a page can ask. */
    const traces = (tab: Page): Promise<unknown> =>
      tab.evaluate(() => ({
        styles: ['paperlight', 'paperlight-flash'].map((name) => {
          const { backgroundColor, textDecorationLine } = getComputedStyle(document.body, `::highlight(${name})`);
          return `${backgroundColor} ${textDecorationLine}`;
        }),
        names: [...CSS.highlights.keys()],
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        globals: Object.keys(globalThis).filter((name) => /paperlight/i.test(name)),
        heard: Reflect.get(globalThis, 'heard'),
      }));
    const NONE = {
      styles: ['rgba(0, 0, 0, 0) none', 'rgba(0, 0, 0, 0) none'],
      names: ['paperlight-flash'],
      sheets: 0,
      globals: [],
      heard: [],
    };

    it.each(['/none', '/hidden'])('finds no trace: %s', async (path) => {
      const tab = await bench.driver.openPage(bench.server.origin + path);
      // A page that is opened later has its marks and their style: so this one was read.
      const other = await bench.driver.openPage(`${bench.server.origin}/title`);
      await waitForMarks(other, 1);
      await other.close();
      await tab.bringToFront();
      expect(await traces(tab)).toEqual(NONE);
      await tab.evaluate((title) => document.body.insertAdjacentHTML('beforeend', `<h2>${title}</h2>`), TITLE);
      await waitForMarks(tab, 1);
      await expect
        .poll(() => tab.$eval('h2', (h) => getComputedStyle(h, '::highlight(paperlight)').textDecorationLine))
        .toBe('underline');
      await tab.close();
    });
  },
);
