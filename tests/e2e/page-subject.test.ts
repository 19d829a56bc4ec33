import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { bundleDigests } from '../../lib/build/bundled-digests.ts';
import { waitForMarks } from '../browser/page-marks.ts';
import { openPopup } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;
const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
const OTHER = 'PrunePEFT';
const LONG = papers.filter(({ title }) => /^[\w ,:-]{50,90}$/.test(title) && title !== TITLE);
const [first, second, third] = LONG.map(({ title }) => title) as [string, string, string];

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
  ['/lying', abstractPage(OTHER, '<meta name="citation_arxiv_id" content="2206.00005">', `<p><cite>${first}</cite>`)],
]);

inEachBrowser(
  'What pages teach',
  (path) => pages.get(path),
  (bench) => {
    const visit = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
    /** What is known of papers, by their titles. */
    const known = (): Promise<Record<string, object>> =>
      bench.driver.background.evaluate(
        () =>
          new Promise<Record<string, object>>((resolve, reject) => {
            const opening = indexedDB.open('paperlight');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('papers').objectStore('papers').getAll();
              all.onsuccess = () => {
                opening.result.close();
                const known: Record<string, object> = {};
                for (const paper of all.result) if (paper.known) known[paper.title] = paper.known;
                resolve(known);
              };
            };
          }),
      );

    it('is the names of a paper that a page is about, and links to it', async () => {
      const page = await visit('/abs');
      await waitForMarks(page, 1);
      await expect.poll(known).toEqual({ [TITLE]: { arxiv: '2206.10535', doi: '10.1145/1234.5678' } });
      await page.close();
      const id = papers.find(({ title }) => title === TITLE)?.id;
      const library = await bench.driver.openExtensionPage(`library.html?paper=${id}`);
      await library.waitForSelector('.links');
      const links = await library.$$eval('.links a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links).toContain('https://arxiv.org/abs/2206.10535');
      expect(links).toContain('https://doi.org/10.1145/1234.5678');
      await library.close();
    });

    it('is nothing where a page lists, frames or mentions papers', async () => {
      const before = await known();
      for (const path of ['/list', '/framed', '/lying']) {
        const page = await visit(path);
        await waitForMarks(page, path === '/list' ? 2 : 1);
        await new Promise((done) => setTimeout(done, 800));
        await page.close();
      }
      expect(await known()).toEqual(before);
    });

    it('goes on where a page becomes another without loading', async () => {
      const page = await visit('/app');
      await waitForMarks(page, 1);
      await expect.poll(known).toHaveProperty([second], { arxiv: '2206.00004' });
      await page.evaluate((title) => {
        history.pushState({}, '', '/app/2');
        document.title = `${title} | App`;
        document.querySelector('h1')?.replaceChildren(title);
        document.querySelector('meta[name=citation_title]')?.setAttribute('content', title);
        document.querySelector('meta[name=citation_arxiv_id]')?.setAttribute('content', '2206.00006');
      }, third);
      await expect.poll(known).toHaveProperty([third], { arxiv: '2206.00006' });
      expect(await known()).toHaveProperty([second], { arxiv: '2206.00004' });
      await page.close();
    });

    it('asks nothing of any network', async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      expect(bench.driver.foreignRequests).toEqual([]);
    });
  },
);
