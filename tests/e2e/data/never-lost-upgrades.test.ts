import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { launch } from '../../browser/driver/launch.ts';
import { openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { type Dump, readDump, writeDump } from '../../fixtures/databases/dump.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const dump: Dump = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/databases/version-1.json'), 'utf8'),
);
const store = dump.stores.find(({ name }) => name === 'readingList') as Dump['stores'][number];
const papers = new Map(dump.stores.find(({ name }) => name === 'papers')?.rows.map(({ id, title }) => [id, title]));

/** Entries of a list that takes a while to be upgraded. */
const MANY = 2_500;
/** The version that the extension makes, as IndexedDB counts. */
const NEWEST = 30;
/** How often the browser is killed meanwhile, each time at another moment. */
const KILLS = Math.min(Number(process.env.KILLS ?? 2), 10);

inEachBrowser('A database of the first version', { launch: {} }, (bench) => {
  /** A page of the extension that does not open the database. */
  const quietPage = async (): Promise<Page> => bench.driver.openExtensionPage('marks/line.css');
  const read = async (page: Page): Promise<Dump> => page.evaluate(readDump, 'paperlight');

  beforeAll(async () => {
    const popup = await openPopup(bench.driver);
    await popup.waitForSelector('[aria-label=Results] .save');
    // Of a page that was closed during the first start, Firefox may keep a connection for minutes,
    // until it collects garbage; nobody can make the database anew meanwhile.
    await bench.driver.kill();
    bench.driver = await launch(bench.name, { profile: bench.profile });
  });

  it('is opened with all that is in it', async () => {
    const page = await quietPage();
    await page.evaluate(writeDump, dump, 'paperlight');
    const popup = await openPopup(bench.driver);
    await openTab(popup, 'Reading list');
    const standing = (store.rows as unknown as ReadingListEntry[])
      .filter(({ deletedAt }) => deletedAt === null)
      .sort((a, b) => a.position - b.position);
    await expect
      .poll(() => titlesIn(popup, 'Reading list'))
      .toEqual(standing.map(({ paperId }) => papers.get(paperId)));
    const now = await read(page);
    expect(now.version).toBe(NEWEST);
    const list = now.stores.find(({ name }) => name === 'readingList')?.rows;
    expect(list).toEqual(store.rows.map((entry) => ({ ...entry, stamps: expect.anything() })));
    await popup.close();
    await page.close();
  });

  it('is whole, of the old version or the new, when the browser is killed while it is upgraded', {
    timeout: 180_000,
  }, async () => {
    const rows = Array.from({ length: MANY }, (_, i) => ({
      ...store.rows[i % store.rows.length],
      paperId: i.toString(16).padStart(16, '0'),
      note: `Note ${i} `.repeat(10),
    }));
    const stores = dump.stores.map((each) => (each === store ? { ...each, rows } : each));
    const large: Dump = { ...dump, stores };
    let interrupted = 0;
    let took = 0;
    for (let round = 0; round <= KILLS; round++) {
      const page = await withDataLayer(await quietPage());
      await page.evaluate(writeDump, large, 'paperlight');
      const began = Date.now();
      let isDone = false;
      const opened = page
        .evaluate(async () => void (await data.database.open()))
        .then(
          () => {
            isDone = true;
          },
          () => {},
        );
      if (round === 0) {
        // How long it takes.
        await opened;
        took = Date.now() - began;
        await page.close();
        continue;
      }
      await new Promise((done) => setTimeout(done, (took * round) / (KILLS + 1)));
      if (!isDone) interrupted++;
      await bench.driver.kill();
      await opened;
      bench.driver = await launch(bench.name, { profile: bench.profile });
      const after = await openPopup(bench.driver);
      await after.waitForSelector('[aria-label=Results] .save', { timeout: 30_000 });
      const now = await read(after);
      const list = now.stores.find(({ name }) => name === 'readingList')?.rows as { note: string; stamps?: object }[];
      expect(now.version).toBe(NEWEST);
      expect(list.length).toBe(MANY);
      expect(list.every(({ note, stamps }, i) => note === rows[i]?.note && stamps !== undefined)).toBe(true);
      await after.close();
    }
    expect(interrupted).toBeGreaterThan(0);
    console.log(`${bench.name}: ${interrupted} of ${KILLS} upgrades, each of ${took} ms, were interrupted`);
  });
});
