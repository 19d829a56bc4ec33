import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../lib/core/paper.ts';
import { generatedPapers } from '../bench/search/catalogue.ts';
import { fillCatalogue } from '../browser/large-catalogue.ts';
import { openPopup, search, titlesIn, waitForFirst } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

/** As many as make an index that is not read whole. */
const PAPERS = 14_000;

inEachBrowser(
  'A catalogue of many papers',
  () => undefined,
  (bench) => {
    const papers = generatedPapers(PAPERS);
    const { title, abstract } = papers[PAPERS - 7] as Paper;
    const phrase = abstract.split(' ').slice(40, 46).join(' ');
    const answered = (page: Page) => page.waitForSelector('.scroller[aria-busy=false] > .rows .row');

    beforeAll(async () => {
      const page = await openPopup(bench.driver);
      await page.waitForSelector('.row');
      await fillCatalogue(page, papers);
      await page.close();
    });

    it('is searched by titles, phrases and conditions from the moment that the popup opens', async () => {
      for (const query of [title, phrase, `abstract:${phrase.split(' ')[0]} ${phrase}`]) {
        // Each popup is a new one: none has read more than it needed yet.
        const page = await openPopup(bench.driver);
        await search(page, query);
        await waitForFirst(page, 'Results', title);
        await page.waitForFunction((query) => localStorage.getItem('last-view/popup.html')?.includes(query), {}, title);
        await page.close();
        const again = await openPopup(bench.driver);
        await answered(again);
        expect((await titlesIn(again, 'Results'))[0]).toBe(title);
        await again.close();
      }
    });

    it('is searched alike when all of its index is there', async () => {
      const page = await openPopup(bench.driver);
      await search(page, phrase);
      await waitForFirst(page, 'Results', title);
      await new Promise((done) => setTimeout(done, 1500));
      await search(page, title);
      await waitForFirst(page, 'Results', title);
      await search(page, phrase);
      await waitForFirst(page, 'Results', title);
      await page.close();
    });

    // Firefox runs no scripts of a test before those of an extension's page.
    it.skipIf(bench.name === 'firefox')(
      'is answered by titles while the rest of its index is read, and by all then',
      async () => {
        const page = await openPopup(bench.driver);
        await page.evaluateOnNewDocument(() => {
          const { promise, resolve } = Promise.withResolvers<void>();
          globalThis.Worker = class extends Worker {
            override postMessage(file: unknown): void {
              void promise.then(() => super.postMessage(file));
            }
          };
          Object.assign(globalThis, { release: resolve });
        });
        await page.goto(page.url());
        await search(page, title);
        await waitForFirst(page, 'Results', title);
        await answered(page);
        expect(await titlesIn(page, 'Results')).toEqual([title]);
        // Where no title is one, nobody waits either.
        await search(page, phrase);
        await waitForFirst(page, 'Results', title);
        await search(page, title);
        await expect.poll(() => titlesIn(page, 'Results')).toEqual([title]);
        await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
        await expect.poll(async () => (await titlesIn(page, 'Results')).length).toBeGreaterThan(5);
        expect((await titlesIn(page, 'Results'))[0]).toBe(title);
        await page.close();
      },
    );

    it.runIf(bench.name === 'chromium')('is read in a worker, and by the page where that fails', async () => {
      const page = await openPopup(bench.driver);
      const url = page.url();
      const workers: string[] = [];
      page.on('workercreated', (worker) => workers.push(new URL(worker.url()).pathname));
      await page.goto(url);
      // The postings of abstracts, and the papers.
      await expect.poll(() => workers).toEqual(['/file-reader.js', '/file-reader.js']);
      await page.evaluateOnNewDocument(() => {
        globalThis.Worker = class {
          constructor() {
            throw new Error('There is none.');
          }
        } as unknown as typeof Worker;
      });
      await page.goto(url);
      // A condition on abstracts waits for all of them.
      await search(page, `abstract:${phrase.split(' ')[0]} ${phrase}`);
      await waitForFirst(page, 'Results', title);
      expect(workers).toHaveLength(2);
      await page.close();
    });

    // Firefox tells nobody what a page holds.
    it.skipIf(bench.name === 'firefox')('leaves nothing behind in a popup that is left while it is read', async () => {
      const page = await openPopup(bench.driver);
      const url = page.url();
      for (let i = 0; i < 40; i++) {
        await page.goto(url);
        await answered(page);
        // It is read some time after the answer.
        await new Promise((done) => setTimeout(done, 5 * i));
        await page.goto(new URL('/icon/16.png', url).href);
      }
      const session = await page.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      const { backingStorageSize } = await session.send('Runtime.getHeapUsage');
      // One index has 25 MB.
      expect(backingStorageSize).toBeLessThan(40e6);
      await page.close();
    });
  },
);
