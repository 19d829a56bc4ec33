import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../../browser/driver/patience.ts';
import { waitForRole } from '../../browser/pages/by-role.ts';
import { addFile, openLibrary } from '../../browser/pages/library.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { EPIGRAF } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const FIRST = 'A First Paper That No Digest of the Bundle Names';
const SECOND = 'A Second Paper That No Digest of the Bundle Names';

const THIRD = 'A Third Paper That No Digest of the Bundle Names';

/** An entry of a listing of arXiv, after https://github.com/arXiv/arxiv-browse. */
const entry = (id: string, title: string): string => `
<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
<div class="list-authors"><a href="#">Ada First</a>, <a href="#">Bo Second</a></div>
<p class="mathjax">An abstract that is about ${id}.</p></div></dd>`;
const LISTING = `<!doctype html><title>Machine Learning</title><div id="dlpage"><h1>Machine Learning</h1>
<dl id="articles"><h3>New submissions</h3>${entry('2601.00001', FIRST)}${entry('2601.00002', SECOND)}${entry('2601.00003', EPIGRAF)}</dl></div>`;
const PAPER = `<!doctype html><title>[2601.00001] ${FIRST}</title>
<meta name="citation_title" content="${FIRST}"><meta name="citation_author" content="First, Ada">
<meta name="citation_date" content="2026/01/01"><meta name="citation_arxiv_id" content="2601.00001">
<h1 class="title"><span class="descriptor">Title:</span>${FIRST}</h1>
<blockquote class="abstract"><span class="descriptor">Abstract:</span> About something.</blockquote>`;

const OTHER_LIST = 'http://arxiv.org/list/cs.CV/new';
const LIST_ADDRESS = 'http://arxiv.org/list/cs.LG/new';
const PAPER_ADDRESS = 'http://arxiv.org/abs/2601.00001';
const pages = new Map([
  ['/blog', `<!doctype html><title>Blog</title><ul><li>${FIRST}</li></ul>`],
  ['/links', `<!doctype html><p><a href="https://arxiv.org/abs/2601.00002v2">${SECOND}</a></p>`],
  ['/volume.bib', `@misc{a, title = {${FIRST}}}\n@misc{b, title = {${SECOND}}}\n`],
]);

inEachBrowser(
  'Papers of the page in front',
  (path) => pages.get(path),
  (bench) => {
    beforeEach(() => {
      bench.driver.foreignPages.set(LIST_ADDRESS, LISTING);
      bench.driver.foreignPages.set(PAPER_ADDRESS, PAPER);
      bench.driver.foreignPages.set(
        OTHER_LIST,
        `<!doctype html><div id="dlpage"><dl>${entry('2601.00009', THIRD)}</dl></div>`,
      );
    });
    const thisPage = async (address: string): Promise<Page> => {
      const popup = await openPopup(bench.driver, address);
      await openTab(popup, 'This page');
      return popup;
    };
    const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
    const toast = (page: Page): Promise<string> =>
      page.evaluate(() => document.querySelector('.toast-text')?.textContent ?? '');
    const press = async (page: Page, name: string): Promise<void> => (await byRole(page, 'button', name)).click();
    /** The library, opened by the popup. */
    const library = (): Promise<Page> =>
      until('the library', async () => {
        for (const tab of await bench.driver.tabs()) {
          const address = await tab.evaluate(() => location.href).catch(() => '');
          if (address.includes('/library.html?add=')) return tab;
        }
        return undefined;
      });

    /** Goes to a button by the Tab key. */
    const tabTo = async (page: Page, name: string): Promise<void> => {
      await page.bringToFront();
      for (let presses = 0; presses < 60; presses++) {
        if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the Tab key does not lead to ${name}`);
    };

    it('of a listing are added by one button, light up elsewhere, and are nothing new the second time', async () => {
      const blog = await bench.driver.openPage(`${bench.server.origin}/blog`);
      const listing = await bench.driver.openPage(LIST_ADDRESS);
      const popup = await thisPage(LIST_ADDRESS);
      await press(popup, 'Add 2 papers from this page');
      const page = await library();
      await waitForRole(page, 'dialog', 'Add papers');
      await expect.poll(() => titlesIn(page, 'New')).toEqual([FIRST, SECOND]);
      await press(page, 'Add 2');
      await expect.poll(() => toast(page)).toBe('Added 2 papers');
      await blog.bringToFront();
      expect(await waitForMarks(blog, 1)).toEqual([FIRST]);
      await listing.bringToFront();
      await waitForMarks(listing, 3);

      const again = await thisPage(LIST_ADDRESS);
      await expect.poll(() => text(again)).toContain('You have all 3 papers listed here.');
      await press(page, 'Undo');
      await expect.poll(() => toast(page)).toBe('The import was undone');
      await expect.poll(() => text(again)).toContain('2 papers here that you don’t have');
      for (const tab of [again, page, popup, listing, blog]) await tab.close();
    });

    it('that are selected are the only ones', async () => {
      const listing = await bench.driver.openPage(LIST_ADDRESS);
      await listing.evaluate(() => {
        const entries = document.querySelectorAll('dd');
        getSelection()?.selectAllChildren(entries[1] as Element);
      });
      const popup = await thisPage(LIST_ADDRESS);
      await waitForRole(popup, 'button', 'Add 1 paper from this page');
      await popup.close();
      await listing.close();
    });

    it('is saved where the page is about one, and taken back as one', async () => {
      const paper = await bench.driver.openPage(PAPER_ADDRESS);
      const popup = await thisPage(PAPER_ADDRESS);
      await expect.poll(() => titlesIn(popup, 'This paper')).toEqual([FIRST]);
      await press(popup, 'Save');
      await waitForRole(popup, 'button', 'Saved');
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([FIRST]);
      await press(popup, 'Undo');
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([]);
      await expect.poll(() => titlesIn(popup, 'This paper')).toEqual([FIRST]);
      await popup.close();
      await paper.close();
    });

    it('is saved by the key, and its Undo is offered by the page of the extension that opens next', async () => {
      const paper = await bench.driver.openPage(PAPER_ADDRESS);
      await paper.bringToFront();
      await paper.waitForFunction(() => document.hasFocus());
      await bench.driver.pressCommand('save-page');
      await waitForMarks(paper, 1);
      const popup = await openPopup(bench.driver);
      await openTab(popup, 'Reading list');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([FIRST]);
      await press(popup, 'Undo');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([]);
      await paper.bringToFront();
      await waitForMarks(paper, 0);
      await popup.close();
      await paper.close();
    });

    it('are added by the keyboard alone', async () => {
      const listing = await bench.driver.openPage(OTHER_LIST);
      const popup = await thisPage(OTHER_LIST);
      await waitForRole(popup, 'button', 'Add 1 paper from this page');
      await popup.bringToFront();
      await tabTo(popup, 'Add 1 paper from this page');
      await popup.keyboard.press('Enter');
      const page = await library();
      await waitForRole(page, 'dialog', 'Add papers');
      await expect.poll(() => titlesIn(page, 'New')).toEqual([THIRD]);
      await tabTo(page, 'Add 1');
      await page.keyboard.press('Enter');
      await expect.poll(() => toast(page)).toBe('Added 1 paper');
      for (const tab of [page, popup, listing]) await tab.close();
    });

    it('come from a bibliography that the tab shows as it is', async () => {
      const address = `${bench.server.origin}/volume.bib`;
      const file = await bench.driver.openPage(address);
      const popup = await thisPage(address);
      await press(popup, 'Add papers from this page');
      const page = await library();
      await expect.poll(() => titlesIn(page, 'New')).toEqual([FIRST, SECOND]);
      for (const tab of [page, popup, file]) await tab.close();
    });

    it('come from a page that was saved as a file', async () => {
      const page = await openLibrary(bench.driver);
      const saved = `<!-- saved from url=(0029)${LIST_ADDRESS} -->\n${LISTING}`;
      await addFile(page, 'saved page.html', `<!doctype html>${saved}`);
      await expect.poll(() => toast(page)).toBe('Added 2 papers');
      await press(page, 'Undo');
      await expect.poll(() => toast(page)).toBe('The import was undone');
      await page.close();
    });

    it('are none where a page has none', async () => {
      const blog = await bench.driver.openPage(`${bench.server.origin}/blog`);
      const popup = await thisPage(`${bench.server.origin}/blog`);
      await expect.poll(() => text(popup)).toContain('on this page');
      expect(await popup.$('.page-offer, .page-paper')).toBeNull();
      await popup.close();
      await blog.close();
    });

    it('is saved by the menu of the page, and by that of a link under what is written on it', async () => {
      const paper = await bench.driver.openPage(PAPER_ADDRESS);
      await paper.bringToFront();
      await bench.driver.chooseInMenu(paper, 'h1', 'save');
      await waitForMarks(paper, 1);
      await paper.close();
      const blog = await bench.driver.openPage(`${bench.server.origin}/links`);
      await blog.bringToFront();
      await bench.driver.chooseInMenu(blog, 'a', 'save');
      const popup = await openPopup(bench.driver);
      await openTab(popup, 'Reading list');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([SECOND, FIRST]);
      await popup.close();
      await blog.close();
      const page = await openLibrary(bench.driver);
      const sources = (): Promise<(string | null)[]> =>
        page.$$eval('ul[aria-labelledby=sources] .source-name', (names) => names.map(({ textContent }) => textContent));
      await expect.poll(sources).toContain('Saved from pages');
      await expect.poll(sources).toContain('Saved from links');
      await page.close();
    });

    it('ask nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
