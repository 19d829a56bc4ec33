import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropFile, paste } from '../../browser/pages/give.ts';
import { marksOn } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const NEW = 'A Paper That No Digest of the Bundle Names';
const KNOWN = 'EpiGRAF: Rethinking training of 3D GANs';
const LIBRARY = `@inproceedings{new2021,
  title = {A Paper That No {D}igest of the Bundle Names},
  author = {Song, Yang and Ho, Jonathan},
  year = 2021, booktitle = {ICLR}, keywords = {diffusion},
}
@article{known2022, title = {EpiGRAF: Rethinking Training of {3D} {GANs}}, author = {Skorokhodov, Ivan}, doi = {10.1145/1}, year = 2022}
@misc{broken, title = {Cut off, year = 2020, author = {A B}
}
`;
const page = `<!doctype html><meta charset="utf-8"><ul><li>${NEW}</li><li>${KNOWN}</li></ul>`;

inEachBrowser(
  'Adding papers',
  () => page,
  (bench) => {
    let library: Page;
    let folder: string;
    const button = (name: string): Promise<ElementHandle> => byRole(library, 'button', name);
    const summary = (): Promise<string> => library.$eval('.import-summary', (element) => element.textContent ?? '');
    const toast = (): Promise<string> =>
      library.evaluate(() => document.querySelector('.toast-text')?.textContent ?? '');
    const papers = (): Promise<string> =>
      library.$eval('.library-status [role=status]', (element) => element.textContent ?? '');
    const file = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const read = async (...paths: string[]): Promise<void> => {
      await (await button('Add papers')).click();
      const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(...paths);
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'paperlight-import-'));
      await openPopup(bench.driver).then((popup) => popup.close());
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    beforeEach(async () => {
      library = await bench.driver.openExtensionPage('library.html');
      await library.waitForSelector('.facets');
      await expect.poll(papers).toMatch(/^29\d papers/);
      return () => library.close();
    });

    it('shows what a bibliography would do, adds it, marks its papers in open pages, finds them, and takes all of it back', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await expect.poll(() => marksOn(tab)).toEqual([KNOWN]);
      await read(file('library.bib', LIBRARY));
      await expect.poll(summary).toBe('2 papers: 1 new · 1 you have (1 gains an abstract or a link) · 1 not readable');
      await (await button('Add 1')).click();
      await expect.poll(toast).toBe('Added 1 paper');
      await expect.poll(papers).toBe('291 papers');
      // A page that nobody sees has no marks.
      await tab.bringToFront();
      await expect.poll(() => marksOn(tab)).toEqual([NEW, KNOWN]);
      await library.bringToFront();
      const popup = await openPopup(bench.driver);
      await search(popup, 'no digest of the bundle');
      await waitForFirst(popup, 'Results', NEW);
      await popup.close();
      expect(
        await library.$$eval('ul[aria-labelledby=sources] .source-name', (names) =>
          names.map((name) => name.textContent),
        ),
      ).toContain('library');
      await (await button('Undo')).click();
      await expect.poll(papers).toBe('290 papers');
      await tab.bringToFront();
      await expect.poll(() => marksOn(tab)).toEqual([KNOWN]);
      await tab.close();
    });

    it('says of a file that was imported before what is new in it, and updates the same source', async () => {
      await read(file('again.bib', LIBRARY));
      await expect.poll(summary).toContain('1 new');
      await (await button('Add 1')).click();
      await expect.poll(papers).toBe('291 papers');
      await read(file('again.bib', `${LIBRARY}@misc{more, title = {One More Paper of the Library}}`));
      await expect
        .poll(() => library.$eval('.import-preview', (form) => form.textContent))
        .toContain('1 are new since, 0 changed, 0 are gone');
      await (await button('Add and update 1')).click();
      await expect.poll(papers).toBe('292 papers');
      expect(
        await library.$$eval('.source-name', (names) => names.filter((name) => name.textContent === 'again').length),
      ).toBe(1);
      const remove = await library.waitForSelector('xpath///li[contains(., "again")]//button[contains(., "Remove")]');
      await remove?.click();
      await expect.poll(papers).toBe('290 papers');
    });

    it('reads text that is pasted, and puts new papers on the reading list when asked', async () => {
      await (await button('Add papers')).click();
      await library.waitForSelector('dialog textarea:focus');
      await library.type(
        'dialog textarea',
        `${NEW}\n\n${'An abstract of many words that says what the paper is about. '.repeat(8)}`,
      );
      await (await button('Read the text')).click();
      await expect.poll(summary).toBe('1 paper: 1 new');
      await library.click('xpath///label[contains(., "reading list")]//input');
      await (await button('Add 1')).click();
      await expect.poll(toast).toBe('Added 1 paper');
      await expect.poll(() => library.$eval('.library-count', (element) => element.textContent)).toBe('1');
      await (await button('Undo')).click();
      await expect.poll(() => library.$eval('.library-count', (element) => element.textContent)).toBe('0');
      await expect.poll(papers).toBe('290 papers');
    });

    it('takes what is dropped anywhere, and what is pasted outside of boxes', async () => {
      await dropFile(library, 'dropped.bib', LIBRARY);
      await expect.poll(summary).toContain('1 new');
      // While the dialog is open it takes what is pasted itself.
      await paste(library, LIBRARY.replaceAll('new2021', 'other'));
      expect(await library.$$('dialog[open]')).toHaveLength(1);
      // What had the focus went with the first step: keys still mean nothing to the page behind.
      await library.keyboard.type('xyz');
      expect(await library.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toBe('');
      await library.keyboard.press('Escape');
      await expect.poll(() => library.$('dialog[open]')).toBeNull();
      await library.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await paste(library, LIBRARY);
      await expect.poll(summary).toContain('1 new');
      await library.keyboard.press('Escape');
      await expect.poll(() => library.$('dialog[open]')).toBeNull();
      await library.focus('input[type=search]');
      await paste(library, LIBRARY);
      // Words belong to the box: no dialog comes, though one that is asked for does.
      await (await button('Add papers')).click();
      await library.waitForSelector('dialog[open] textarea');
    });

    it('shows by month what came, was saved and was read, each bar with its papers', async () => {
      const bar = (words: string): Promise<ElementHandle | null> =>
        library.waitForSelector(`.months button[aria-label^="${words}"]`);
      const query = (): Promise<string> =>
        library.$eval('input[type=search]', (box) => (box as HTMLInputElement).value);
      await read(file('charted.bib', LIBRARY));
      await expect.poll(summary).toContain('1 new');
      await library.click('xpath///label[contains(., "reading list")]//input');
      await (await button('Add 1')).click();
      await (await bar('1 paper saved in'))?.click();
      await expect.poll(query).toMatch(/^saved:20\d\d-\d\d$/);
      await expect.poll(papers).toBe('1 paper');
      await (await bar('1 paper added from charted'))?.click();
      await expect.poll(query).toBe('');
      await expect.poll(papers).toBe('2 papers');
      expect(await library.$('.months button[aria-label*=" read in "]')).toBeNull();
      await (await button('Undo')).click();
      await expect.poll(() => library.$('.months')).toBeNull();
    });

    describe('refuses with a reason, and changes nothing:', () => {
      it.each([
        ['nothing.bib', '', 'is empty'],
        ['picture.bib', '\u0000\u0001\u0002 PNG', 'is not a text file'],
        ['page.html', '<!doctype html><title>x</title>', 'is a web page'],
      ])('%s', async (name, text, reason) => {
        await read(file(name, text));
        await expect.poll(() => library.$eval('dialog', (dialog) => dialog.textContent)).toContain(reason);
        expect(await papers()).toBe('290 papers');
        expect(await titlesIn(library, 'Results')).not.toContain(NEW);
      });
    });
  },
);
