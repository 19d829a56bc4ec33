import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { generatedPapers } from '../../bench/search/catalogue.ts';
import { fillCatalogue } from '../../browser/data/large-catalogue.ts';
import { openPopup, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

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

    it('is searched key by key, reading what each key needs', async () => {
      const page = await openPopup(bench.driver);
      for (const query of [title, phrase]) {
        for (let length = 3; length < 24; length += 4) await search(page, query.slice(0, length));
        await search(page, query);
        await waitForFirst(page, 'Results', title);
      }
      await page.close();
    });

    // Firefox tells nobody what a page holds.
    it.skipIf(bench.name === 'firefox')('is searched without all of its index in memory', async () => {
      const page = await openPopup(bench.driver);
      for (const query of [title, phrase, `abstract:${phrase.split(' ')[0]} ${phrase}`]) {
        await search(page, query);
        await waitForFirst(page, 'Results', title);
      }
      const session = await page.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      const used = await session.send('Runtime.getHeapUsage');
      // The index has 29 MB; room for postings is there from the beginning.
      expect(used.usedSize + used.backingStorageSize).toBeLessThan(30e6);
      await page.close();
    });

    // Firefox tells nobody what a page holds.
    it.skipIf(bench.name === 'firefox')('leaves nothing behind in a popup that is left while it is read', async () => {
      const page = await openPopup(bench.driver);
      const url = page.url();
      for (let i = 0; i < 20; i++) {
        await page.goto(url);
        await answered(page);
        // It is read some time after the answer.
        await new Promise((done) => setTimeout(done, 10 * i));
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
