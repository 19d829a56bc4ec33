import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import type { PageFacts } from '../../../lib/core/pages/page-subject.ts';
import { marksOn, waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const chrome: typeof extensionApi;

/** What the settings are given to hear with. */
interface Hearing {
  hasHeard(path: string): boolean;
}

const { papers } = bundleDigests('seeds').catalogue;
const OTHER = 'PrunePEFT';
const LONG = papers.filter(({ title }) => /^[\w ,:-]{50,90}$/.test(title) && title !== TITLE);
const [first, second, third] = LONG.map(({ title }) => title) as [string, string, string];
const fourth = LONG[7]?.title as string;

const abstractPage = (title: string, meta: string, body = ''): string =>
  `<!doctype html><html><head><title>[2206.10535] ${title}</title>
<meta name="citation_title" content="${title}">${meta}</head><body><h1>${title}</h1>${body}</body></html>`;

const pages = new Map([
  [
    '/abs',
    abstractPage(
      TITLE,
      '<meta name="citation_arxiv_id" content="2206.10535"><meta name="citation_doi" content="10.1145/1234.5678">',
    ),
  ],
  [
    '/list',
    `<!doctype html><title>New</title><meta name="citation_arxiv_id" content="2206.00002"><h2>${first}</h2><p><cite>${second}</cite>`,
  ],
  [
    '/framed',
    `<!doctype html><title>Framed</title><h2>${first}</h2><iframe src="/inner" width="600" height="300"></iframe>`,
  ],
  ['/inner', abstractPage(first, '<meta name="citation_arxiv_id" content="2206.00003">')],
  ['/app', abstractPage(second, '<meta name="citation_arxiv_id" content="2206.00004">')],
  ['/walk', abstractPage(first, '<meta name="citation_arxiv_id" content="2206.00007">')],
  ['/next', abstractPage(fourth, '<meta name="citation_arxiv_id" content="2206.00009">')],
  ['/lying', abstractPage(OTHER, '<meta name="citation_arxiv_id" content="2206.00005">', `<p><cite>${first}</cite>`)],
]);

inEachBrowser(
  'What pages teach',
  (path) => pages.get(path),
  (bench) => {
    const visit = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
    /**
     * What was learned of papers, by their titles: each with what it is, and whether it is proven.
     */
    const learned = (): Promise<Record<string, string[]>> =>
      bench.driver.background.evaluate(
        () =>
          new Promise<Record<string, string[]>>((resolve, reject) => {
            const opening = indexedDB.open('paperlight');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('papers').objectStore('papers').getAll();
              all.onsuccess = () => {
                opening.result.close();
                const papers = all.result as Paper[];
                resolve(
                  Object.fromEntries(
                    papers.flatMap(({ title, known, learned = [] }) => {
                      const said = learned.map(({ id, host, isProven }) => `${isProven ? 'proven' : host}: ${id}`);
                      return known || said.length > 0 ? [[title, [...said, ...Object.values(known ?? {})]]] : [];
                    }),
                  ),
                );
              };
            };
          }),
      );
    const openInLibrary = async (title: string): Promise<Page> => {
      const library = await bench.driver.openExtensionPage(
        `library.html?paper=${papers.find((paper) => paper.title === title)?.id}`,
      );
      await library.waitForSelector('.links');
      return library;
    };
    const textsOf = (page: Page, selector: string): Promise<string[]> =>
      page.$$eval(selector, (all) => all.map(({ textContent }) => textContent ?? ''));

    it('is hearsay where no address proves it: shown with its host, a link to nothing, in no citation', async () => {
      const page = await visit('/abs');
      await waitForMarks(page, 1);
      const host = 'http://127.0.0.1';
      await expect.poll(learned).toEqual({ [TITLE]: [`${host}: 2206.10535`, `${host}: 10.1145/1234.5678`] });
      await page.close();
      const library = await openInLibrary(TITLE);
      await library.waitForSelector('.learned:not(.paper-from) li');
      const [first, second] = await textsOf(library, '.learned:not(.paper-from) li');
      expect(first).toMatch(/^arXiv 2206\.10535said by http:\/\/127\.0\.0\.1, \w+ \d+, \d{4}, not provenRemove$/);
      expect(second).toMatch(/^DOI 10\.1145\/1234\.5678said by /);
      const links = await library.$$eval('a', (all) => all.map(({ href }) => href));
      expect(links.filter((link) => /2206\.10535|1234\.5678/.test(link))).toEqual([]);
      await library.close();
    });

    it('is removed, one name at a time, and comes back by Undo', async () => {
      const library = await openInLibrary(TITLE);
      await (await byRole(library, 'button', 'Remove arXiv 2206.10535')).click();
      await expect.poll(async () => (await learned())[TITLE]).toEqual(['http://127.0.0.1: 10.1145/1234.5678']);
      await expect.poll(() => textsOf(library, '.learned-removed')).toEqual(['Removed arXiv 2206.10535. Undo']);
      await library.click('.learned-removed button');
      await expect.poll(async () => (await learned())[TITLE]).toHaveLength(2);
      await library.close();
    });

    it('is nothing where a page lists, frames or mentions papers', async () => {
      const before = await learned();
      for (const path of ['/list', '/framed', '/lying']) {
        const page = await visit(path);
        await waitForMarks(page, path === '/list' ? 2 : 1);
        await page.close();
      }
      // What comes after them has been heard, and so have they.
      const page = await visit('/app');
      await expect.poll(learned).toEqual({ ...before, [second]: ['http://127.0.0.1: 2206.00004'] });
      await page.close();
    });

    it('is one paper for each document, however often it changes its title, address and metadata', async () => {
      const page = await visit('/walk');
      await expect.poll(async () => Object.keys(await learned())).toContain(first);
      const before = await learned();
      for (const [n, title] of [third, ...LONG.slice(3, 6).map(({ title }) => title)].entries()) {
        await page.evaluate(
          (title, path, number) => {
            history.pushState({}, '', path);
            document.title = `${title} | App`;
            document.querySelector('h1')?.replaceChildren(title);
            document.querySelector('meta[name=citation_title]')?.setAttribute('content', title);
            document.querySelector('meta[name=citation_arxiv_id]')?.setAttribute('content', number);
          },
          title,
          `/walk/${n}`,
          `2206.1000${n}`,
        );
        // It is marked: the page was read again, and could have been learned from.
        await expect.poll(() => marksOn(page)).toEqual([title]);
      }
      // A page that is loaded is heard, so those before it were.
      const next = await visit('/next');
      await expect.poll(learned).toEqual({ ...before, [fourth]: ['http://127.0.0.1: 2206.00009'] });
      await next.close();
      await page.close();
    });

    it('is forgotten as a whole in the settings, comes back by Undo, and can be turned off', async () => {
      const before = await learned();
      const settings = await bench.driver.openExtensionPage('options.html');
      // Pages of the extension hear what pages tell the background.
      await settings.evaluate(() => {
        const heard = new Set<string>();
        chrome.runtime.onMessage.addListener((message: { type: string; data: PageFacts }) => {
          if (message.type === 'page/about') heard.add(new URL(message.data.address).pathname);
        });
        Object.assign(globalThis, { hasHeard: (path: string) => heard.has(path) });
      });
      const forget = async (): Promise<void> => {
        const button = await byRole(settings, 'button', 'Forget all that pages taught');
        await expect.poll(() => button.evaluate((one) => (one as HTMLButtonElement).disabled)).toBe(false);
        await button.click();
        await expect.poll(learned).toEqual({});
      };
      await forget();
      await (await byRole(settings, 'button', 'Undo')).click();
      await expect.poll(learned).toEqual(before);
      await forget();
      const learning = await byRole(settings, 'switch', 'Learn about papers from pages');
      const turn = async (to: 'on' | 'off'): Promise<void> => {
        await learning.click();
        await expect
          .poll(() => settings.evaluate(async () => (await chrome.storage.local.get('settings')).settings))
          .toMatchObject({ learning: to === 'on' });
      };
      await turn('off');
      const page = await visit('/abs');
      // The settings are behind the page: there `waitForFunction`, which waits for frames, would
      // wait for ever.
      await expect
        .poll(() => settings.evaluate(() => (globalThis as unknown as Hearing).hasHeard('/abs')), { timeout: 30_000 })
        .toBe(true);
      // A click waits for its element to be drawn, which a page behind another never is.
      await settings.bringToFront();
      await turn('on');
      const next = await visit('/next');
      await expect.poll(learned).toEqual({ [fourth]: ['http://127.0.0.1: 2206.00009'] });
      await Promise.all([page.close(), next.close(), settings.close()]);
    });

    it('asks nothing of any network', async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      expect(bench.driver.foreignRequests).toEqual([]);
    });
  },
);
