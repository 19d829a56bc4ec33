import { expect, it } from 'vitest';
import { launch } from '../browser/launch.ts';
import { waitForMarks } from '../browser/page-marks.ts';
import { openPopup, titlesIn } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

function stateOfPopup(): string {
  if (document.querySelector('[role=progressbar]')) return 'progress';
  return document.querySelector('[aria-label=Results] :is(h2,h3)') ? 'papers' : 'other';
}

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
      await popup.evaluate(() => location.reload());
      const seen: string[] = [];
      const end = Date.now() + 10_000;
      while (!(seen.includes('progress') && seen.at(-1) === 'papers') && Date.now() < end) {
        // Between the old page and the new one there is none to ask.
        const state = await popup.evaluate(stateOfPopup).catch(() => 'none');
        if (seen.at(-1) !== state) seen.push(state);
      }
      expect(seen).toContain('progress');
      expect(seen.at(-1)).toBe('papers');
      await popup.close();
    });
  },
);
