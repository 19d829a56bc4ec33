import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import type { BrowserName, LaunchOptions } from '../../browser/driver/driver.ts';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { launch } from '../../browser/driver/launch.ts';
import { byRole, openPopup, openTab, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { DDSP as OTHER } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
const ddsp = papers.find(({ title }) => title === OTHER)?.id as string;
const another = papers.at(-1)?.id as string;
/** Bytes that the browser has for everything, in Chromium and in Firefox. */
const SPACE = 6_000_000;

/** Takes all space that is left, down to the last bytes, by a database of its own. */
function takeAllSpace(): Promise<number> {
  const open = indexedDB.open('ballast', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('rows', { autoIncrement: true });
  const add = (size: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = open.result.transaction('rows', 'readwrite');
      const noise = crypto.getRandomValues(new Uint8Array(Math.min(size, 65536)));
      transaction.objectStore('rows').add(size > 65536 ? [...Array(size >> 16)].map(() => noise.slice()) : noise);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  return new Promise((resolve) => {
    open.onsuccess = async () => {
      let added = 0;
      for (let size = 1 << 20; size >= 16; ) {
        try {
          await add(size);
          added += size;
        } catch {
          size >>= 1;
        }
      }
      open.result.close();
      resolve(added);
    };
  });
}

function giveSpaceBack(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase('ballast').onsuccess = () => resolve();
  });
}

/**
 * Folder of the extension without the permission that frees it from a limit: with it there is none
 * to reach in Chromium.
 */
let extension = '';

function limited(name: BrowserName): LaunchOptions {
  extension = copyExtension(name, (manifest) => {
    manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  });
  return { extension, preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': (SPACE * 2) >> 10 } };
}

inEachBrowser('A full disk', { launch: limited }, (bench) => {
  let page: Page;
  /** The paper that could not be saved. */
  let refused = '';
  const notice = (): Promise<string | undefined> =>
    page.evaluate(() => document.querySelector('.toast-text')?.textContent ?? undefined);
  const rows = (): Promise<unknown> =>
    page.evaluate(async () => [await data.database.readingList.toArray(), await data.database.journal.toArray()]);

  beforeAll(async () => {
    page = await withDataLayer(await openPopup(bench.driver));
    await page.waitForSelector('[aria-label=Results] .save');
    await page.evaluate(async (id) => await data.savePaper(id), ddsp);
    if (bench.name === 'chromium') {
      // Chromium asks for the limit once, for half a minute.
      await bench.driver.close();
      bench.driver = await launch(bench.name, { extension, profile: bench.profile });
      page = await withDataLayer(await openPopup(bench.driver));
      const session = await page.createCDPSession();
      const origin = await page.evaluate(() => location.origin);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: SPACE });
    }
    expect(await page.evaluate(takeAllSpace)).toBeGreaterThan(1_000_000);
  });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  it('is told to the reader', async () => {
    // In Firefox the database's own file has room for some papers more.
    for (const { title } of papers.filter(({ title }) => title !== OTHER).slice(0, 40)) {
      const before = await rows();
      await search(page, title);
      await waitForFirst(page, 'Results', title);
      await (await byRole(page, 'button', 'Save')).click();
      await expect.poll(notice).toMatch(new RegExp(`^Not saved|^Saved “${RegExp.escape(title)}”`));
      if (!(await notice())?.startsWith('Not')) continue;
      refused = title;
      expect(await notice()).toMatch(/^Not saved\. The disk, .* is full\. Free some space\.$/);
      await byRole(page, 'button', 'Save');
      expect(await rows()).toEqual(before);
      break;
    }
    expect(refused).not.toBe('');
  });

  it('lets nothing be half-written, whatever is done', async () => {
    const outcomes = await page.evaluate(
      async (ids, long) => {
        const [known, other] = ids as [string, string];
        const all = [
          () => data.setNote(known, long),
          () => data.savePaper(other),
          () => data.setStatus([known], 'reading'),
          () => data.setStatus([known], 'read'),
          () => data.changeTags([known], { add: [long] }),
          () => data.movePapers([known], null),
          () => data.undo(),
        ];
        const outcomes: { refused: string | undefined; changed: boolean }[] = [];
        const rows = async () =>
          JSON.stringify([await data.database.readingList.toArray(), await data.database.journal.toArray()]);
        for (const step of all) {
          const before = await rows();
          const refused = await step().then(() => undefined, data.failureOf);
          outcomes.push({ refused, changed: (await rows()) !== before });
        }
        return outcomes;
      },
      [ddsp, another],
      'long '.repeat(50_000),
    );
    const refusals = outcomes.filter(({ refused }) => refused !== undefined);
    // Firefox still finds room for a few bytes within the database's own file.
    expect(refusals.length).toBeGreaterThanOrEqual(bench.name === 'chromium' ? outcomes.length - 1 : 2);
    const full = { refused: 'full-disk', changed: false };
    expect(refusals).toEqual(refusals.map(() => full));
  });

  it('lets the reader try again once there is space, and undo', async () => {
    await page.evaluate(giveSpaceBack);
    await (await byRole(page, 'button', 'Try again')).click();
    await expect.poll(notice).toBe(`Saved “${refused}”.`);
    await openTab(page, 'Reading list');
    await expect.poll(async () => (await titlesIn(page, 'Reading list'))[0]).toBe(refused);
    await (await byRole(page, 'button', 'Undo')).click();
    await expect.poll(() => titlesIn(page, 'Reading list')).not.toContain(refused);
  });
});
