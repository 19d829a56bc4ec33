import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup, openTab, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { DDSP as OTHER, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = bundleDigests('seeds').catalogue.papers.map((paper) => paper.title);

const tall = '<p style="height:3000px">…</p>';
const pages = new Map([
  ['/list', `<!doctype html><title>List</title><h2>${OTHER}</h2>${tall}<h2>${TITLE}</h2>${tall}<p>“${OTHER}”</p>`],
]);

inEachBrowser(
  'The popup',
  (path) => pages.get(path),
  (bench) => {
    let popup: Page;
    beforeEach(async () => {
      popup = await openPopup(bench.driver);
      return () => popup.close();
    });
    const focused = (): Promise<string> =>
      popup.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const press = async (name: string): Promise<void> => (await byRole(popup, 'button', name)).click();

    it('opens focused in the search box, with papers to look at', async () => {
      await expect.poll(focused).toBe('Search papers');
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(5);
    });

    it('finds every thirtieth paper first by its title, and by the first 25 characters', async () => {
      for (const title of titles.filter((_, i) => i % 30 === 0)) {
        for (const query of [title, title.slice(0, 25)]) {
          await search(popup, query);
          await waitForFirst(popup, 'Results', title);
        }
      }
    });

    it('marks the words that matched', async () => {
      await search(popup, 'rethinking gan');
      await waitForFirst(popup, 'Results', TITLE);
      const marked = await popup.$$eval('[aria-label=Results] h3 mark, [aria-label=Results] h2 mark', (marks) =>
        marks.map((mark) => mark.textContent),
      );
      expect(marked.slice(0, 2)).toEqual(['Rethinking', 'GANs']);
    });

    it('says so when nothing is found, and clears the query with Escape', async () => {
      await search(popup, 'zzqx vvkw');
      await expect.poll(() => popup.evaluate(() => document.body.innerText)).toMatch(/no paper|nothing|not found/i);
      await popup.keyboard.press('Escape');
      await expect.poll(() => popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toBe('');
    });

    it('opens a paper by keyboard to its abstract, digests, code and look-ups, and comes back to the query', async () => {
      await search(popup, 'epigraf');
      await waitForFirst(popup, 'Results', TITLE);
      await popup.keyboard.press('Enter');
      await byRole(popup, 'button', 'Back');
      const text = await popup.evaluate(() => document.body.innerText);
      expect(text).toContain('A very recent trend in generative modeling');
      expect(text.match(/Mar 1\d ·/g)).not.toBeNull();
      const links = (): Promise<string[]> =>
        popup.$$eval('a[href]', (anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      expect(await links()).toContain('https://universome.github.io/epigraf');
      await expect
        .poll(async () => (await links()).map((link) => new URL(link).host))
        .toEqual(
          expect.arrayContaining(['arxiv.org', 'huggingface.co', 'www.semanticscholar.org', 'scholar.google.com']),
        );
      await popup.keyboard.press('Escape');
      await waitForFirst(popup, 'Results', TITLE);
      expect(await popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toBe('epigraf');
    });

    it('saves and removes a paper, undoes both, and shows it in every popup at once', async () => {
      const second = await openPopup(bench.driver);
      await openTab(second, 'Reading list');
      await search(popup, 'epigraf');
      await waitForFirst(popup, 'Results', TITLE);
      await press('Save');
      await byRole(popup, 'button', 'Saved');
      await expect.poll(() => titlesIn(second, 'Reading list')).toEqual([TITLE]);
      await press('Undo');
      await expect.poll(() => titlesIn(second, 'Reading list')).toEqual([]);
      await press('Save');
      await expect.poll(() => titlesIn(second, 'Reading list')).toEqual([TITLE]);
      await (await byRole(second, 'button', 'Saved')).click();
      await expect.poll(() => titlesIn(second, 'Reading list')).toEqual([]);
      await (await byRole(second, 'button', 'Undo')).click();
      await expect.poll(() => titlesIn(second, 'Reading list')).toEqual([TITLE]);
      await second.close();
      await press('Saved');
      await byRole(popup, 'button', 'Save');
    });

    it('lists the papers of the page in its order, and scrolls to one that is chosen', async () => {
      const url = `${bench.server.origin}/list`;
      const tab = await bench.driver.openPage(url);
      // The others are below the window.
      await waitForMarks(tab, 1);
      const other = await openPopup(bench.driver, url);
      await openTab(other, 'This page');
      await expect.poll(() => titlesIn(other, 'Papers on this page')).toEqual([OTHER, TITLE]);
      // What is in the background does not scroll.
      await tab.bringToFront();
      await other.$$eval('[aria-label="Papers on this page"] h2 button', (titles) =>
        (titles[1] as HTMLElement).click(),
      );
      const isSeen = (): Promise<boolean> =>
        tab.evaluate(() => {
          const { top, bottom } = (document.querySelectorAll('h2')[1] as Element).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
      await expect.poll(isSeen).toBe(true);
      await tab.evaluate((title) => document.querySelector('h2')?.replaceChildren(title), 'Another title');
      await expect.poll(() => titlesIn(other, 'Papers on this page')).toEqual([TITLE, OTHER]);
      await other.close();
      await tab.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
