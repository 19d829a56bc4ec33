import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { launch } from '../../browser/driver/launch.ts';
import { byRole } from '../../browser/pages/by-role.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

/** How often the browser is killed: KILLS=100 takes some minutes. */
const KILLS = Number(process.env.KILLS ?? 3);
/** Papers of the import. IMPORTED=100000 for as many as a reader may have. */
const IMPORTED = Number(process.env.IMPORTED ?? 1_000);
const BUNDLED = 290;

/** What the database holds of catalogue, list and journal. */
function state(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const { papers, digests, records, readingList, journal, unindexed } = data.database;
    const [inPapers, sources] = [await papers.count(), await digests.count()];
    const listed = await readingList.filter(({ deletedAt }) => deletedAt === null).count();
    return {
      ...{ papers: inPapers, sources, listed, records: await records.count() },
      ...{ changes: await journal.filter(({ undone }) => undone === 0).count() },
      logged: Math.min(1, await unindexed.count()),
    };
  });
}

inEachBrowser('An import', { launch: {} }, (bench) => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paperlight-kills-'));
    file = join(folder, 'large.bib');
    const entry = (_: unknown, i: number): string =>
      `@article{k${i}, title = {A Generated Paper of the Number ${i}}, abstract = {${`Words of paper ${i}. `.repeat(30)}}}`;
    writeFileSync(file, Array.from({ length: IMPORTED }, entry).join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads the file in the library, up to the preview; new papers are to go on the reading list. */
  const readFile = async (): Promise<Page> => {
    const library = await bench.driver.openExtensionPage('library.html');
    await library.waitForSelector('.facets');
    await (await byRole(library, 'button', 'Add papers')).click();
    const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await library.waitForSelector('.import-summary', { timeout: 60_000 });
    await library.click('xpath///label[contains(., "reading list")]//input');
    return library;
  };
  const restart = async (): Promise<Page> => {
    bench.driver = await launch(bench.name, { profile: bench.profile });
    return withDataLayer(await openPopup(bench.driver));
  };

  it(`whose browser is killed is in the database whole, or not at all, ${KILLS} times`, {
    timeout: 120_000 + KILLS * 60_000,
  }, async () => {
    const bundle = await withDataLayer(await openPopup(bench.driver));
    const before = await state(bundle);
    const nothing = { ...before, logged: expect.any(Number) };
    expect(nothing).toMatchObject({ papers: BUNDLED, listed: 0 });
    const all = {
      ...nothing,
      ...{ papers: BUNDLED + IMPORTED, sources: Number(before.sources) + 1, listed: IMPORTED, changes: 1 },
    };
    await bundle.close();
    // The first kill comes when all is confirmed, and tells how long that takes; the others come on
    // the way there.
    let took = 0;
    const outcomes: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const library = await readFile();
      const began = Date.now();
      await library.click('.import-go[type=submit]');
      const added = library.waitForSelector('.toast-text', { timeout: 120_000 }).then(
        () => true,
        () => false,
      );
      const moment = new Promise<false>((done) => setTimeout(done, (took * round) / KILLS, false));
      const isAdded = await (round === 0 ? added : Promise.race([added, moment]));
      if (round === 0) took = Date.now() - began;
      await bench.driver.kill();
      await added;
      const page = await restart();
      const found = await state(page);
      const isThere = found.papers !== BUNDLED;
      expect(found, `round ${round}`).toEqual(isThere ? all : nothing);
      if (isAdded) expect(isThere, `round ${round}: it was confirmed`).toBe(true);
      if (round === 0) expect(isThere).toBe(true);
      outcomes.push(isThere ? 'all' : 'nothing');
      if (isThere) {
        // Undone after a restart, by what the database itself holds of it.
        await page.evaluate(async () => {
          const { digests, journal } = data.database;
          const source = await digests.filter(({ source }) => source === 'bibliography').first();
          const change = await journal.orderBy('id').last();
          await data.undoImport({ sourceIds: [String(source?.id)], ...(change && { journalId: change.id }) });
        });
        expect(await state(page)).toEqual(expect.objectContaining({ papers: BUNDLED, listed: 0, records: 0 }));
        // A Dexie promise that is returned as it is isn't awaited in Firefox.
        await page.evaluate(async () => {
          const { journal, readingList, snapshots } = data.database;
          await Promise.all([journal.clear(), readingList.clear(), snapshots.clear()]);
        });
      }
      await page.close();
    }
    console.log(`${bench.name}: ${outcomes.join(', ')}; adding ${IMPORTED} took ${took} ms`);
  });
});
