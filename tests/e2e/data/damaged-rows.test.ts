/**
 * A damaged row of the database costs that row: every page shows the rest, and says that one could
 * not be read.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { openPopup, titlesIn } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
const saved = papers.slice(0, 3);
const [first, bad] = saved as [(typeof papers)[number], (typeof papers)[number]];

/** What damages an entry: fields that it has then, and fields that it has no more. */
const damages = [
  { fields: { tags: null }, without: [], what: 'one without tags' },
  { fields: { addedAt: 1e300 }, without: [], what: 'one saved beyond any calendar' },
  { fields: {}, without: ['stamps', 'position'], what: 'one without a place' },
];

inEachBrowser(
  'A reading list with a damaged entry',
  () => undefined,
  (bench) => {
    let page: Page;
    beforeAll(async () => {
      page = await withDataLayer(await openPopup(bench.driver));
      await page.waitForSelector('[aria-label=Results] .save');
      await page.evaluate(
        async (ids) => void (await data.savePaper(ids)),
        saved.map(({ id }) => id),
      );
    });

    /**
     * Puts fields into the row of the damaged paper, and takes others out of it. Returns the row as
     * it was.
     */
    const put = (fields: object, without: string[] = []): Promise<object> =>
      page.evaluate(
        (key, fields, without) =>
          new Promise<object>((resolve, reject) => {
            const opening = indexedDB.open('paperlight');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const writing = opening.result.transaction('readingList', 'readwrite');
              const store = writing.objectStore('readingList');
              const reading = store.get(key);
              reading.onsuccess = () => {
                const row = { ...reading.result, ...fields };
                for (const name of without) delete row[name];
                store.put(row);
              };
              writing.oncomplete = () => {
                opening.result.close();
                resolve(reading.result);
              };
            };
          }),
        bad.id,
        fields,
        without,
      );
    let mend = async (): Promise<void> => {};
    afterEach(() => mend());

    const note = (surface: Page): Promise<string> =>
      surface.$eval('.page-note', (found) => found.textContent ?? '').catch(() => '');

    describe.each(damages)('such as $what', ({ fields, without }) => {
      it('is shown without it, in every page, which says so', async () => {
        const whole = await put(fields, without);
        mend = async () => void (await put(whole));
        const others = saved.filter(({ id }) => id !== bad.id).map(({ title }) => title);

        const popup = await openPopup(bench.driver);
        await popup.click('#tab-reading-list');
        await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual(others);
        await expect.poll(() => note(popup)).toContain('1 row of the database could not be read');
        await popup.close();

        const queue = await bench.driver.openExtensionPage('library.html?view=list');
        await expect
          .poll(() => queue.$$eval('.library-list h2, .library-list h3', (all) => all.length))
          .toBeGreaterThan(0);
        await expect.poll(() => note(queue)).toContain('could not be read');
        expect(await queue.$eval('.library-list', (list) => list.textContent)).toContain(first.title);
        await queue.close();

        const library = await bench.driver.openExtensionPage('library.html');
        await expect.poll(async () => (await titlesIn(library, 'Results')).length).toBeGreaterThan(3);
        await expect.poll(() => note(library)).toContain('could not be read');
        await library.close();
      });
    });
  },
);
