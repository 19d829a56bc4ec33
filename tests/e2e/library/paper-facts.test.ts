/** Authors, year, venue, names and links of papers, where a source gave them. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { textOf, waitForCard } from '../../browser/pages/card.ts';
import { addFile, ask, openLibrary, shownTitles, waitForTitle } from '../../browser/pages/library.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup, search, waitForFirst } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const SCORE = 'Score-Based Generative Modeling through Stochastic Differential Equations';
const GRADIENTS = 'Generative Modeling by Estimating Gradients of the Data Distribution';
const LONE = 'A Title of Which Nothing Else Is Known';
const LIBRARY = `@inproceedings{song2021,
  title = {${SCORE}}, author = {Song, Yang and Sohl-Dickstein, Jascha and Kingma, Diederik P.},
  booktitle = {International Conference on Learning Representations}, year = 2021, eprint = {2011.13456}, archiveprefix = {arXiv},
}
@inproceedings{song2019, title = {${GRADIENTS}}, author = {Song, Yang and Ermon, Stefano}, booktitle = {NeurIPS}, year = 2019, doi = {10.5555/3454287.3455354} }
@misc{lone, title = {${LONE}} }
`;

inEachBrowser(
  'What is known of a paper',
  () => `<!doctype html><meta charset="utf-8"><h1>${SCORE}</h1>`,
  (bench) => {
    beforeAll(async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      const library = await openLibrary(bench.driver);
      await addFile(library, 'library.bib', LIBRARY);
      await ask(library, 'generative modeling');
      await waitForTitle(library, GRADIENTS);
      await library.close();
    });

    const bylines = (page: Page): Promise<(string | null)[]> =>
      page.$$eval('.row', (rows) =>
        rows.slice(0, 1).map((row) => row.querySelector('.row-byline')?.textContent ?? null),
      );

    it('is told in the rows of popup and library, and nothing where nothing is known', async () => {
      const popup = await openPopup(bench.driver);
      for (const [title, byline] of [
        [SCORE, 'Song et al. · ICLR 2021'],
        [GRADIENTS, 'Song and Ermon · NeurIPS 2019'],
        [LONE, null],
      ] as const) {
        await search(popup, title);
        await waitForFirst(popup, 'Results', title);
        expect(await bylines(popup)).toEqual([byline]);
      }
      await popup.close();
      const library = await openLibrary(bench.driver, `?q=${encodeURIComponent(SCORE)}`);
      await expect.poll(() => shownTitles(library).then(([first]) => first)).toBe(SCORE);
      expect(await bylines(library)).toEqual(['Song et al. · ICLR 2021']);
      await library.close();
    });

    it('is told in full beside the abstract, with the pages about it', async () => {
      const library = await openLibrary(bench.driver, `?q=${encodeURIComponent(SCORE)}`);
      await expect.poll(() => shownTitles(library).then(([first]) => first)).toBe(SCORE);
      await library.click('.row-open');
      await library.waitForSelector('.details-byline');
      expect(await library.$$eval('.details-byline', (lines) => lines.map((line) => line.textContent))).toEqual([
        'Yang Song, Jascha Sohl-Dickstein, Diederik P. Kingma',
        'International Conference on Learning Representations 2021',
      ]);
      const links = (): Promise<string[]> =>
        library.$$eval('.details .links a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
      await expect.poll(links).toContain('https://arxiv.org/abs/2011.13456');
      await library.close();
    });

    it('finds it by words and filters, in popup and library', async () => {
      const popup = await openPopup(bench.driver);
      for (const [query, title] of [
        ['ermon', GRADIENTS],
        ['song iclr', SCORE],
        ['author:"stefano ermon"', GRADIENTS],
        ['year:2021', SCORE],
        ['venue:neurips year:2018..2020', GRADIENTS],
        ['source:library venue:iclr', SCORE],
      ] as const) {
        await search(popup, query);
        await waitForFirst(popup, 'Results', title);
      }
      await search(popup, 'auth');
      await popup.waitForSelector('xpath///fieldset[@aria-label="Filters"]//button[.="author:"]');
      await search(popup, 'year:soon ');
      await expect
        .poll(() => popup.$eval('.problem', (problem) => problem.textContent))
        .toBe('“year:” takes a year, or years such as 2019..2023, not “soon”.');
      await popup.close();
      const library = await openLibrary(bench.driver);
      await ask(library, 'author:song sort:year');
      await expect.poll(() => shownTitles(library)).toEqual([SCORE, GRADIENTS]);
      await library.close();
    });

    it('narrows and sorts the library', async () => {
      const library = await openLibrary(bench.driver);
      const facet = async (name: string): Promise<void> => {
        const path = `xpath///nav//button[contains(@class, "facet")][starts-with(., "${name}")]`;
        await (await library.waitForSelector(path))?.click();
      };
      const titles = (): Promise<string[]> => shownTitles(library);
      await facet('2019');
      await expect.poll(titles).toEqual([GRADIENTS]);
      await facet('2019');
      await facet('ICLR');
      await expect.poll(titles).toEqual([SCORE]);
      expect(library.url()).toContain('venue=ICLR');
      await facet('ICLR');
      await facet('library');
      await expect.poll(async () => (await titles()).length).toBe(3);
      await library.select('.sort select', 'year');
      await expect.poll(titles).toEqual([SCORE, GRADIENTS, LONE]);
      await library.close();
    });

    it('is told on the card of a mark', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await tab.bringToFront();
      await waitForMarks(tab, 1);
      await tab.mouse.move(20, 20);
      const [x, y] = await tab.$eval('h1', (heading) => {
        const { left, top, height } = heading.getBoundingClientRect();
        return [left + 60, top + height / 2] as const;
      });
      await tab.mouse.move(x, y);
      expect(textOf(await waitForCard(tab, SCORE))).toContain('Song et al. · ICLR 2021');
      await tab.close();
    });
  },
);
