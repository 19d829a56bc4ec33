import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { byRole, waitForCatalogue } from '../../browser/pages/popup.ts';
import { focusRow, openQueue, press, seedQueue } from '../../browser/pages/queue.ts';
import { focusedText, listed } from '../../browser/pages/typing.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = ['First paper of this list', 'Second paper of this list', 'Third paper of this list'];

inEachBrowser(
  'Tags in the reading list',
  () => undefined,
  (bench) => {
    let page: Page;
    beforeAll(() => waitForCatalogue(bench.driver));
    beforeEach(async () => {
      page = await openQueue(bench.driver);
      await seedQueue(page, { titles });
      await page.bringToFront();
      return () => page.close();
    });
    const tags = async (): Promise<(string | undefined)[]> =>
      (await listed(page)).map((entry) => entry.split(' | ')[2]);
    /** Writes tags of a row, and goes back to it. */
    const tag = async (row: number, written: string): Promise<void> => {
      await focusRow(page, row);
      await press(page, 't');
      await page.waitForSelector('[role=combobox]:focus');
      await page.keyboard.type(written);
      await press(page, 'Enter');
      await expect.poll(() => focusedText(page)).toBe('');
      // Out of what is offered, the box, and the paper.
      await press(page, 'Escape', 'Escape', 'Escape');
      await page.waitForSelector('.row-open:focus');
    };
    const facets = (): Promise<string[]> =>
      page.$$eval('.facet-group:last-of-type .facet', (all) => all.map((facet) => facet.textContent ?? ''));

    it('are one after a new name that another has, however it is written, in facets, entries and exports', async () => {
      await tag(0, 'GAN');
      await tag(1, 'later');
      await expect.poll(tags).toEqual(['GAN', 'later', '']);
      await page.$$eval('.facet', (all) =>
        (all.find(({ textContent }) => textContent?.startsWith('later')) as HTMLElement).click(),
      );
      await (await byRole(page, 'button', 'Rename…')).click();
      await page.waitForSelector('.tag-tools input:focus');
      await page.keyboard.type('gan');
      await press(page, 'Enter');
      await expect.poll(tags).toEqual(['GAN', 'GAN', '']);
      await expect.poll(facets).toEqual(['Untagged1', 'GAN2']);
      await (await byRole(page, 'button', 'Export')).click();
      await page.waitForSelector('dialog select');
      const scopes = await page.$$eval('dialog option', (all) => all.map(({ textContent }) => textContent));
      expect(scopes.filter((scope) => scope?.startsWith('Tagged'))).toEqual(['Tagged “GAN” (2)']);
      await press(page, 'Escape');
      await expect.poll(() => page.$('dialog')).toBe(null);
      await press(page, 'Control+z');
      await expect.poll(tags).toEqual(['GAN', 'later', '']);
    });

    it('are parted by the commas of other scripts', async () => {
      await tag(0, '计算机，视觉、x');
      await expect.poll(tags).toEqual(['计算机+视觉+x', '', '']);
    });

    it('and notes are written from right to left where their letters are', async () => {
      await tag(0, 'קריאה');
      await press(page, 'n');
      await page.waitForSelector('.note-box:focus');
      await page.keyboard.type('هذه ملاحظة');
      const isRtl = (selector: string): Promise<boolean> =>
        page.$eval(selector, (element) => element.matches(':dir(rtl)'));
      expect(await isRtl('.note-box')).toBe(true);
      await press(page, 'Escape');
      await page.waitForSelector('.markdown p');
      expect(await isRtl('.markdown p')).toBe(true);
      await press(page, 'Escape');
      await page.waitForSelector('.row-open:focus');
      for (const part of ['.queue-note bdi', '.queue-tags .tag', '.facet-group div .facet bdi'])
        expect(await isRtl(part), part).toBe(true);
      expect(await isRtl('.queue-row')).toBe(false);
    });
  },
);
