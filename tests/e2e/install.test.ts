import { expect, it } from 'vitest';
import { launch } from '../browser/launch.ts';
import { waitForMarks } from '../browser/page-marks.ts';
import { openPopup, titlesIn } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

inEachBrowser(
  'An installation',
  () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`,
  (bench) => {
    it('brings the five digests and their 290 papers into the database', async () => {
      const popup = await openPopup(bench.driver);
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(0);
      const counts = await popup.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('paperlight');
          request.onsuccess = () => resolve(request.result);
        });
        const all = (table: string): Promise<{ date?: string; paperIds?: string[] }[]> =>
          new Promise((resolve) => {
            const request = database.transaction(table).objectStore(table).getAll();
            request.onsuccess = () => resolve(request.result);
          });
        const [papers, digests] = [await all('papers'), await all('digests')];
        database.close();
        return { papers: papers.length, digests: digests.map(({ date, paperIds }) => [date, paperIds?.length]) };
      });
      expect(counts).toEqual({
        papers: 290,
        digests: [
          ['Mar 12', 23],
          [null, 94],
          ['Mar 12', 64],
          ['Mar 11', 70],
          ['Mar 13', 88],
        ],
      });
      await popup.close();
    });

    it('marks the pages that were open before, without a reload', async () => {
      const early = await launch(bench.name, { bare: true });
      const tab = await early.openPage(`${bench.server.origin}/`);
      await early.loadExtension();
      await waitForMarks(tab, 1);
      await early.close();
    });

    it('shows progress to a popup that is opened before it has finished, then the papers', async () => {
      const popup = await openPopup(bench.driver);
      // As if the installation were still to come: an empty database.
      await popup.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('paperlight');
          request.onsuccess = () => resolve(request.result);
        });
        const tables = ['papers', 'digests', 'meta'];
        const transaction = database.transaction(tables, 'readwrite');
        for (const table of tables) transaction.objectStore(table).clear();
        await new Promise((done) => {
          transaction.oncomplete = done;
        });
        database.close();
      });
      await popup.close();
      const fresh = await bench.driver.openExtensionPage('popup.html');
      const seen = await fresh.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const states: string[] = [];
            const look = (): void => {
              const state = document.querySelector('[role=progressbar]')
                ? 'progress'
                : document.querySelector('[aria-label=Results] :is(h2,h3)')
                  ? 'papers'
                  : 'other';
              if (states.at(-1) !== state) states.push(state);
              if (state === 'papers') resolve(states);
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
      expect(seen.at(-1)).toBe('papers');
      await fresh.close();
    });
  },
);
