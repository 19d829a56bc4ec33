import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { generatedPapers } from '../../bench/search/catalogue.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { fillCatalogue } from '../../browser/data/large-catalogue.ts';
import { launch } from '../../browser/driver/launch.ts';
import { byRole } from '../../browser/pages/by-role.ts';
import { addFile, openLibrary } from '../../browser/pages/library.ts';
import { marksOn } from '../../browser/pages/page-marks.ts';
import { MemoryCourse } from '../../soak/memory.ts';
import { restlessPage } from '../../soak/restless-page.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page, or in the extension.
declare const data: DataScope['data'];
declare const chrome: typeof extensionApi;

const SECONDS = Number(process.env.SOAK_SECONDS ?? 6);
const TABS = Number(process.env.SOAK_TABS ?? 3);
/** Papers in the catalogue; only those that come with the extension by default. */
const PAPERS = Number(process.env.SOAK_PAPERS ?? 0);
/** The background is stopped once in so many changes. */
const STOP_EVERY = 6;

const { papers } = bundleDigests('seeds').catalogue;
const titles = papers.map(({ title }) => title);
const bib = Array.from(
  { length: 20 },
  (_, i) => `@article{k${i}, title = {A Restless Paper of Number ${i} and Its Kind}}`,
);

interface Entry {
  id: string;
  note: string;
}

const longestIn = (tabs: Page[]): Promise<number[]> =>
  Promise.all(tabs.map((tab) => tab.evaluate(() => Math.round(Reflect.get(globalThis, 'longest')))));

inEachBrowser('Under load', { pages: () => restlessPage(titles), launch: {} }, (bench) => {
  const open = (): Promise<Page> => bench.driver.openPage(`${bench.server.origin}/`);

  it(`loses nothing, and fails nowhere, for ${SECONDS} s`, { timeout: 600_000 + SECONDS * 4000 }, async () => {
    const library = await withDataLayer(await openLibrary(bench.driver));
    // An import beside 20 such tabs, on two cores, compares with 100,000 papers in about 45 s.
    library.setDefaultTimeout(240_000);
    if (PAPERS > 0) await fillCatalogue(library, generatedPapers(PAPERS));
    const tabs: Page[] = [];
    while (tabs.length < TABS) tabs.push(await open());
    const catalogued = (): Promise<number> => library.evaluate(async () => await data.database.papers.count());
    const memory = new MemoryCourse();
    let listed: Entry[] = [];
    let before = listed;

    const save = async (round: number): Promise<void> => {
      const { id } = papers[(round * 7) % papers.length] as (typeof papers)[number];
      if (listed.some((entry) => entry.id === id)) return;
      await library.evaluate(async (id) => await data.savePaper(id), id);
      [before, listed] = [listed, [{ id, note: '' }, ...listed]];
    };
    const changes: ((round: number) => Promise<void>)[] = [
      save,
      async (round) => {
        const at = round % listed.length;
        const note = `Round ${round}. `.repeat(1 + (round % 30));
        await library.evaluate(
          async (id, note, now) => await data.setNote(id, note, undefined, now),
          ...([listed[at]?.id as string, note, Date.now() + round * 1e6] as const),
        );
        [before, listed] = [listed, listed.map((entry, i) => (i === at ? { ...entry, note } : entry))];
      },
      async () => {
        // Of the changes before: one of them at a time.
        if (before === listed) return;
        await library.evaluate(async () => await data.undo());
        listed = before;
      },
      save,
      async () => {
        await library.bringToFront();
        await addFile(library, 'restless.bib', bib.join('\n'));
        await (await byRole(library, 'button', 'Undo')).click();
        await expect.poll(catalogued).toBe(Math.max(PAPERS, papers.length));
        before = listed;
      },
    ];

    let round = 0;
    for (const end = Date.now() + SECONDS * 1000; Date.now() < end || round < changes.length; round++) {
      await changes[round % changes.length]?.(round);
      memory.sample(bench.driver.pid);
      if (round % STOP_EVERY === STOP_EVERY - 1) await bench.driver.background.stop();
      await tabs[round % TABS]?.bringToFront();
    }

    const found = await library.evaluate(async () =>
      (await data.readingList()).map(({ paperId, note }) => ({ id: paperId, note })),
    );
    expect(found).toEqual(listed);
    expect(await catalogued()).toBe(Math.max(PAPERS, papers.length));
    const { errors } = await library.evaluate(() => chrome.storage.local.get('errors'));
    expect(errors ?? []).toEqual([]);
    const front = tabs[0] as Page;
    await front.bringToFront();
    await expect.poll(async () => (await marksOn(front)).length).toBeGreaterThan(0);

    // A short run only fills what will be used again.
    const slope = SECONDS >= 60 ? memory.slope() : undefined;
    console.log(
      `${bench.name}: ${round} changes beside ${TABS} restless tabs; memory ${slope === undefined ? 'not known' : `${slope.toFixed(1)} MB a minute`}`,
    );
  });

  // A comparison needs its time.
  it.runIf(SECONDS >= 60)('holds up pages hardly longer than they are without it', async () => {
    const bare = await launch(bench.name, { bare: true });
    try {
      const pair = [await open(), await bare.openPage(`${bench.server.origin}/`)];
      for (const tab of pair) await tab.bringToFront();
      await pair[0]?.evaluate(() => new Promise((done) => setTimeout(done, 10_000)));
      const [ours, theirs] = await longestIn(pair);
      console.log(
        `${bench.name}: longest time between two turns of a restless page ${ours} ms, without us ${theirs} ms`,
      );
      expect(ours).toBeGreaterThan(0);
    } finally {
      await bare.close();
    }
  });
});
