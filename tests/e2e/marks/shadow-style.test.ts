import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const markup = `<!doctype html><title>Shadow</title><h2>${TITLE}</h2>
<div><template shadowrootmode="open"><style>h2 { color: black }</style><h2>${TITLE}</h2></template></div>`;

inEachBrowser(
  'Marks in a shadow tree',
  () => markup,
  (bench) => {
    /** How marks are painted: outside of the shadow tree, and in it. */
    const painted = (tab: Page): Promise<string[]> =>
      tab.evaluate(() =>
        [document, document.querySelector('div')?.shadowRoot].map((root) => {
          const heading = root?.querySelector('h2') as Element;
          const style = getComputedStyle(heading, '::highlight(paperlight)');
          return `${style.backgroundColor} ${style.textDecorationLine} ${style.textDecorationStyle}`;
        }),
      );
    const expectPainted = async (tab: Page, style: RegExp): Promise<void> => {
      const both = [expect.stringMatching(style), expect.stringMatching(style)];
      await expect.poll(() => painted(tab)).toEqual(both);
    };
    const WASH = /^rgba\(255, 196, 0, 0.22\d*\) underline solid$/;
    const DOTS = /^rgba\(0, 0, 0, 0\) underline dotted$/;

    it('look as those outside, in the style that the reader chooses, and leave no trace', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(tab, 2);
      await expectPainted(tab, WASH);
      const settings = await bench.driver.openExtensionPage('options.html');
      await (await byRole(settings, 'radio', 'Dots')).click();
      await expectPainted(tab, DOTS);
      const later = await bench.driver.openPage(`${bench.server.origin}/later`);
      await waitForMarks(later, 2);
      await expectPainted(later, DOTS);
      await (await byRole(settings, 'radio', 'Wash and line')).click();
      for (const page of [tab, later]) {
        await expectPainted(page, WASH);
        expect(
          await page.evaluate(() => {
            const root = document.querySelector('div')?.shadowRoot as ShadowRoot;
            return [document, root].map(
              ({ styleSheets, adoptedStyleSheets }) => styleSheets.length + adoptedStyleSheets.length,
            );
          }),
        ).toEqual([0, 1]);
      }
    });

    it('look so in pages that were open before the extension', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/before`);
      await waitForMarks(tab, 2);
      await bench.driver.loadExtension();
      await waitForMarks(tab, 2);
      await expectPainted(tab, WASH);
    });
  },
);
