/** Splitting a record off a paper, and joining papers. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { byRole } from '../../browser/pages/by-role.ts';
import { textOf, waitForCard } from '../../browser/pages/card.ts';
import { addFile, openLibrary, shownTitles } from '../../browser/pages/library.ts';
import { middleOfMark, waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// Several digests of the bundle have it.
const KNOWN = 'EpiGRAF: Rethinking training of 3D GANs';
const OTHER = 'Some Other Name of the Work That Was Never Printed';
const LIBRARY = `@article{a, title = {${KNOWN}}, author = {Nobody, Ann}, year = 1999}
@misc{b, title = {${OTHER}}, author = {Skorokhodov, Ivan}}
`;

inEachBrowser(
  'The papers that records are of',
  () => `<!doctype html><meta charset="utf-8"><h1>${KNOWN}</h1>`,
  (bench) => {
    let library: Page;
    const from = (): Promise<string[]> =>
      library.$$eval('.details .learned-what', (all) => all.map((one) => one.textContent ?? ''));
    const byline = (): Promise<string> =>
      library.$$eval('.details-byline', (all) => all.map((one) => one.textContent).join(' | '));
    const toast = (): Promise<string> =>
      library.evaluate(() => document.querySelector('.toast-text')?.textContent ?? '');
    const count = (): Promise<string> =>
      library.$eval('.library-status [role=status]', (element) => element.textContent ?? '');
    /** Buttons that come and move while the page is drawn again are pressed as by the keyboard. */
    const press = async (name: string): Promise<void> =>
      (await byRole(library, 'button', name)).evaluate((button) => (button as HTMLElement).click());

    beforeAll(async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      const page = await openLibrary(bench.driver);
      await addFile(page, 'library.bib', LIBRARY);
      await page.waitForFunction(
        () => document.querySelector('.library-status [role=status]')?.textContent === '291 papers',
      );
      await page.close();
    });
    beforeEach(async () => {
      library = await openLibrary(bench.driver, `?q=${encodeURIComponent(`title:"${KNOWN}"`)}`);
      await expect.poll(() => shownTitles(library)).toContain(KNOWN);
      await library.click('.row-open');
      await library.waitForSelector('.details');
      return () => library.close();
    });

    it('are two when the reader says that one is not this paper, and one again by Undo', async () => {
      await expect.poll(() => from().then((all) => all.at(-1))).toMatch(/^library, /);
      const before = await from();
      await expect.poll(byline).toBe('Ann Nobody | 1999');
      await press('Not this paper: library');
      await expect.poll(toast).toBe(`“${KNOWN}” of library is a paper of its own.`);
      await expect.poll(byline).toBe('');
      await expect.poll(from).toEqual(before.slice(0, -1));
      await expect.poll(count).toBe('2 papers');
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(tab, 1);
      const { x, y } = await middleOfMark(tab);
      await tab.mouse.move(x, y);
      await expect
        .poll(async () => textOf(await waitForCard(tab, KNOWN)))
        .toContain('Also of this title: Nobody · 1999');
      await tab.close();
      await library.bringToFront();
      await press('Undo');
      await expect.poll(byline).toBe('Ann Nobody | 1999');
      await expect.poll(count).toBe('1 paper');
    });

    it('are one when the reader says of two that they are the same, and two again by Undo', async () => {
      await press('Same as…');
      const box = (await library.waitForSelector('.same-paper input')) as ElementHandle<HTMLInputElement>;
      await box.type('never printed');
      await press(`${OTHER} · Skorokhodov`);
      await expect.poll(toast).toBe(`“${OTHER}” is one paper with “${KNOWN}”.`);
      await expect.poll(() => library.$('.same-paper')).toBeNull();
      await press('Undo');
      await expect.poll(toast).toBe('It is as it was');
      await press('Same as…');
      const again = (await library.waitForSelector('.same-paper input')) as ElementHandle<HTMLInputElement>;
      await again.type('never printed');
      await byRole(library, 'button', `${OTHER} · Skorokhodov`);
    });
  },
);
