import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { launch } from '../../browser/driver/launch.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup, titlesIn } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

/**
 * As if the installation were still to come: an empty catalogue, which nobody can fill before
 * `release` is called. Runs in a page.
 */
async function emptyCatalogue(): Promise<void> {
  const { database } = data;
  const { papers, digests, meta } = database;
  await database.transaction('rw', papers, digests, meta, () =>
    Promise.all([papers.clear(), digests.clear(), meta.clear()]),
  );
  const held = Promise.withResolvers<void>();
  let isReleased = false;
  Object.assign(globalThis, {
    release: () => {
      isReleased = true;
    },
  });
  void database.transaction('rw', papers, async () => {
    do await papers.count().then(() => held.resolve());
    while (!isReleased);
  });
  await held.promise;
}

inEachBrowser(
  'An installation',
  () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`,
  (bench) => {
    it('brings the five digests and their 290 papers into the database', async () => {
      const popup = await openPopup(bench.driver);
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(0);
      await withDataLayer(popup);
      const counts = await popup.evaluate(async () => {
        const digests = await data.database.digests.toArray();
        return {
          papers: await data.database.papers.count(),
          digests: digests.map(({ date, paperIds }) => [date, paperIds.length]),
        };
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

    // Firefox takes the id out of the manifest.
    it.runIf(bench.name === 'chromium')('has the same id wherever its folder lies, and so the same list', async () => {
      const folder = copyExtension(bench.name);
      const moved = await launch(bench.name, { extension: folder });
      const page = await moved.openExtensionPage('options.html');
      const own = await bench.driver.openExtensionPage('options.html');
      expect(page.url()).toBe(own.url());
      await own.close();
      await moved.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.runIf(bench.name === 'firefox')('that goes when the browser closes is called temporary', async () => {
      const popup = await openPopup(bench.driver);
      const note = (): Promise<string> => popup.$eval('.page-note', ({ textContent }) => textContent).catch(() => '');
      await expect.poll(note).toContain('temporary installation');
      await popup.close();
    });

    it('shows progress to a popup that is opened before it has finished, then the papers', async () => {
      const other = await withDataLayer(await bench.driver.openExtensionPage('marks/line.css'));
      await other.evaluate(emptyCatalogue);
      const popup = await bench.driver.openExtensionPage('popup.html');
      await popup.waitForSelector('[role=progressbar]');
      expect(await titlesIn(popup, 'Results')).toEqual([]);
      await other.evaluate(() => (globalThis as unknown as { release(): void }).release());
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(0);
      expect(await popup.$('[role=progressbar]')).toBeNull();
      await other.close();
      await popup.close();
    });
  },
);
