import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { addressesOfTabs } from '../../browser/driver/tabs.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;
const titles = papers.map(({ title }) => title).filter((title) => /^[\w ,:-]{50,90}$/.test(title) && title !== TITLE);
const [first, second, third, fourth] = titles as [string, string, string, string];
const idOf = (title: string): string => papers.find((paper) => paper.title === title)?.id as string;

const pages = new Map([
  ['/abs', `<!doctype html><title>[2206.10535] ${TITLE}</title><h1>${TITLE}</h1><p>Cited by <cite>${first}</cite>.`],
  ['/one', `<!doctype html><title>Notes</title><h1>My notes</h1><p>On <cite>${first}</cite>, again.`],
  ['/two', `<!doctype html><title>List</title><h2>${second}</h2><h2>${third}</h2><a href="/x">${second}</a>`],
  [
    '/menu',
    `<!doctype html><title>Menu</title><p><a id="title" href="/x">${second}</a> <a id="more" href="/y">more</a></p>
<p id="shout"> “${fourth.toUpperCase()}” </p><p id="both">see ${third} and ${second}</p>`,
  ],
]);

/** What the background of either browser has. */
interface Api {
  tabs: { query(of: object): Promise<{ id: number; url?: string; index: number }[]> };
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
}

inEachBrowser(
  'Saving from pages',
  (path) => pages.get(path),
  (bench) => {
    const visit = async (path: string, marks: number): Promise<Page> => {
      const page = await bench.driver.openPage(bench.server.origin + path);
      await page.bringToFront();
      await waitForMarks(page, marks);
      return page;
    };
    const press = (): Promise<void> => bench.driver.pressCommand('save-page');
    /** Ids of the papers in the reading list, topmost first. */
    const saved = (): Promise<string[]> =>
      bench.driver.background.evaluate(
        () =>
          new Promise<string[]>((resolve, reject) => {
            const opening = indexedDB.open('paperlight');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('readingList').objectStore('readingList').getAll();
              all.onsuccess = () => {
                opening.result.close();
                const entries = all.result.filter((entry) => entry.deletedAt === null);
                resolve(entries.sort((a, b) => a.position - b.position).map((entry) => entry.paperId));
              };
            };
          }),
      );
    /** What the button says in the tab that shows a page. */
    const button = (path: string): Promise<[badge: string, title: string]> =>
      bench.driver.background.evaluate(async (url) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
        const { tabs, action } = browser ?? chrome;
        const tabId = (await tabs.query({})).find((tab) => tab.url === url)?.id;
        return [await action.getBadgeText({ tabId }), await action.getTitle({ tabId })];
      }, bench.server.origin + path);

    it('saves the paper that the page is about, says so, counts again, and never removes', async () => {
      const page = await visit('/abs', 2);
      await press();
      await expect.poll(() => button('/abs')).toEqual(['✓', `Saved: ${TITLE}`]);
      expect(await saved()).toEqual([idOf(TITLE)]);
      await expect.poll(() => button('/abs')).toEqual(['2', 'Paperlight']);
      await press();
      await expect.poll(() => button('/abs')).toEqual(['✓', `Saved already: ${TITLE}`]);
      expect(await saved()).toEqual([idOf(TITLE)]);
      await page.close();
    });

    it('saves the only paper that is marked on the page', async () => {
      const page = await visit('/one', 1);
      await press();
      await expect.poll(() => button('/one')).toEqual(['✓', `Saved: ${first}`]);
      expect(await saved()).toEqual([idOf(first), idOf(TITLE)]);
      await page.close();
    });

    it('says what to do where it cannot tell which', async () => {
      const page = await visit('/two', 3);
      await press();
      await expect.poll(async () => (await button('/two'))[0]).toBe('?');
      expect((await button('/two'))[1]).toContain('Open Paperlight and choose one');
      expect(await saved()).toHaveLength(2);
      await expect.poll(() => button('/two')).toEqual(['2', 'Paperlight']);
      await page.close();
    });

    it('saves from the menu of links and selected text, or looks the text up', async () => {
      const page = await visit('/menu', 4);
      const choose = async (selector: string): Promise<void> => {
        await page.bringToFront();
        await page.$eval(selector, (element) =>
          element.matches('a') ? getSelection()?.removeAllRanges() : getSelection()?.selectAllChildren(element),
        );
        await bench.driver.chooseInMenu(page, selector, 'save');
      };
      const urls = (): Promise<string> => addressesOfTabs(bench.driver.background);
      await choose('#title');
      await expect.poll(saved).toEqual([idOf(second), idOf(first), idOf(TITLE)]);
      await choose('#shout');
      await expect.poll(saved).toEqual([idOf(fourth), idOf(second), idOf(first), idOf(TITLE)]);
      await expect.poll(() => button('/menu')).toEqual(['✓', `Saved: ${fourth}`]);
      await choose('#both');
      await expect.poll(urls).toContain('library.html?q=see');
      await choose('#more');
      await expect.poll(urls).toContain('library.html?q=more');
      expect(await saved()).toHaveLength(4);
      await page.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
