import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { search, waitForFirst } from '../../browser/pages/popup.ts';
import { press } from '../../browser/pages/queue.ts';
import { focusedText, listed, PAUSES_MS, typeAt } from '../../browser/pages/typing.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'Typing in the library',
  () => undefined,
  (bench) => {
    let page: Page;
    beforeEach(async () => {
      page = await bench.driver.openExtensionPage('library.html');
      await page.bringToFront();
      await page.waitForSelector('.library-scroller .row-open');
      return () => page.close();
    });

    describe.each(PAUSES_MS)('%i ms between keys', (pause) => {
      it('over its rows words go on in the box, and change no list', async () => {
        for (const word of ['sparse', 'score', 'clip', 'reading', '123 s']) {
          await search(page, '');
          await press(page, 'ArrowDown');
          await page.waitForSelector('.row-open:focus');
          await typeAt(page, word, pause);
          await expect.poll(() => focusedText(page)).toBe(word);
        }
        expect(await listed(page)).toEqual([]);
      });

      it('over an open paper words come after those of the query', async () => {
        await search(page, 'epigraf');
        await waitForFirst(page, 'Results', 'EpiGRAF: Rethinking training of 3D GANs');
        await press(page, 'Enter');
        await page.waitForSelector('.details h2:focus');
        await typeAt(page, 'score', pause);
        await expect
          .poll(() => page.$eval('input[type=search]', (box) => (box as HTMLInputElement).value))
          .toBe('epigraf score');
        expect(await listed(page)).toEqual([]);
      });

      it('Enter right after the words opens what they find', async () => {
        await typeAt(page, 'neural metamorph\n', pause);
        await expect
          .poll(() => page.$eval('.details h2', (title) => title.textContent).catch(() => ''))
          .toBe('Neural Metamorphosis');
      });
    });

    // Firefox runs no script of a test before those of an extension's page.
    it.skipIf(bench.name === 'firefox')('keeps what is typed while the page loads', async () => {
      await page.evaluateOnNewDocument(() => {
        // As if the program took its time: keys come as soon as the first script has run.
        document.addEventListener('DOMContentLoaded', () => {
          const taking = document.activeElement;
          if (taking instanceof HTMLTextAreaElement) taking.value = 'neural metamorph';
        });
      });
      await page.evaluate(() => void setTimeout(() => location.reload()));
      await expect.poll(() => focusedText(page).catch(() => '')).toBe('neural metamorph');
      await waitForFirst(page, 'Results', 'Neural Metamorphosis');
    });

    it('shows all keys by ? and by its button, and Escape closes them and nothing else', async () => {
      await search(page, 'epigraf');
      await waitForFirst(page, 'Results', 'EpiGRAF: Rethinking training of 3D GANs');
      await press(page, 'Enter');
      await page.waitForSelector('.details h2:focus');
      await page.keyboard.type('?');
      await page.waitForSelector('dialog[open]');
      await press(page, 'Escape');
      await expect.poll(() => page.$('dialog')).toBe(null);
      expect(await page.$('.details')).not.toBeNull();
      await (await page.waitForSelector('::-p-aria(Keys[role="button"])'))?.click();
      await page.waitForSelector('dialog[open]');
    });
  },
);
