import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { readBackup } from '../../../lib/core/backup/read-backup.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { saveDownloadsTo } from '../../browser/driver/downloads.ts';
import { until } from '../../browser/driver/patience.ts';
import { byRole, openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { type Dump, readDump, writeDump } from '../../fixtures/databases/dump.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
const [first, second] = papers as [(typeof papers)[number], (typeof papers)[number]];

inEachBrowser(
  'A database that can’t be opened',
  () => undefined,
  (bench) => {
    let downloads: string;
    /** A page of the extension that does not open the database. */
    let quiet: Page;
    const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
    /** Opens a page of the extension, and has what it saves come into a folder of the test. */
    const open = async (path: string): Promise<Page> => {
      const page = await bench.driver.openExtensionPage(path);
      await saveDownloadsTo(page, downloads);
      return page;
    };
    const savedFile = async (): Promise<string> =>
      readFileSync(
        await until('the saved file', async () => {
          const name = readdirSync(downloads).find((file) => /^paperlight-[^.]*\.json$/.test(file));
          return name && join(downloads, name);
        }),
        'utf8',
      );
    const copy = (): Promise<string | undefined> =>
      quiet.evaluate(async () => {
        try {
          const folder = await navigator.storage.getDirectory();
          return await (await (await folder.getFileHandle('copy.json')).getFile()).text();
        } catch {
          return undefined;
        }
      });

    beforeAll(async () => {
      downloads = mkdtempSync(join(tmpdir(), 'paperlight-downloads-'));
      const popup = await withDataLayer(await openPopup(bench.driver));
      await popup.waitForSelector('[aria-label=Results] .save');
      await popup.evaluate(
        async (ids) => {
          await data.savePaper(ids);
          await data.setNote(ids[0] as string, 'My own words.');
        },
        [first.id, second.id],
      );
      quiet = await bench.driver.openExtensionPage('marks/line.css');
      await until('the copy', async () => (await copy())?.includes('My own words.') || undefined);
      await popup.close();
    });
    afterAll(() => rmSync(downloads, { recursive: true, force: true }));

    it('has a copy outside of it that follows every change, also one that takes another back', async () => {
      const popup = await withDataLayer(await openPopup(bench.driver));
      await popup.evaluate(async (id) => data.setNote(id, 'Gone again.'), second.id);
      await expect.poll(copy).toContain('Gone again.');
      await popup.evaluate(async () => void (await data.undo()));
      await expect.poll(copy).not.toContain('Gone again.');
      await popup.close();
    });

    it('since a newer version made it: is left alone, and what is in it can be saved, in popup, library and settings', async () => {
      const dump = await quiet.evaluate(readDump, 'paperlight');
      const newer: Dump = { ...dump, version: 40 };
      for (const each of newer.stores) if (each.name === 'searchIndex') each.rows = [];
      await quiet.evaluate(writeDump, newer, 'paperlight');
      for (const path of ['popup.html', 'library.html', 'options.html']) {
        const page = await open(path);
        await expect.poll(() => text(page)).toContain('newer version of Paperlight. Update the extension');
        await expect.poll(() => text(page)).toContain('2 papers of your reading list can be read.');
        expect(await text(page)).not.toContain('Delete the database');
        await (await byRole(page, 'button', 'Save what can be read')).click();
        await page.close();
      }
      const saved = readBackup(await savedFile(), Date.now());
      expect(saved.entries.map(({ paperId, note }) => [paperId, note]).sort()).toEqual(
        [
          [first.id, 'My own words.'],
          [second.id, ''],
        ].sort(),
      );
      expect(await quiet.evaluate(readDump, 'paperlight')).toEqual(newer);
      await quiet.evaluate(writeDump, dump, 'paperlight');
    });

    it('since it is not what it should be: is deleted only after what is in it was saved, and filled from the copy', async () => {
      // A table whose rows have another key can't be upgraded.
      const broken: Dump = {
        version: 10,
        stores: [{ name: 'readingList', keyPath: 'other', autoIncrement: false, indexes: [], rows: [{ other: 1 }] }],
      };
      await quiet.evaluate(writeDump, broken, 'paperlight');
      const popup = await open('popup.html');
      await expect.poll(() => text(popup)).toContain('The database can’t be opened');

      await expect.poll(() => text(popup)).toContain('Nothing of your reading list can be read in the database.');
      expect(await quiet.evaluate(readDump, 'paperlight')).toEqual(broken);

      const start = await byRole(popup, 'button', 'Delete the database and start with a new one');
      expect(await start.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
      await popup.evaluate(() => {
        const save = [...document.querySelectorAll('button')].find((b) =>
          b.textContent?.startsWith('Save the copy of'),
        );
        save?.click();
      });

      await (await byRole(popup, 'button', 'Delete the database and start with a new one')).click();
      await popup.waitForSelector('[aria-label=Results] .save');
      await openTab(popup, 'Reading list');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([first.title, second.title]);
      await popup.close();
    });

    it('since the browser has made it anew, as Chromium does with a broken one, is filled from the copy', async () => {
      await quiet.evaluate(
        () =>
          new Promise((resolve) => {
            indexedDB.deleteDatabase('paperlight').onsuccess = resolve;
          }),
      );
      const popup = await withDataLayer(await openPopup(bench.driver));
      await popup.waitForSelector('[aria-label=Results] .save');
      await openTab(popup, 'Reading list');
      await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([first.title, second.title]);
      expect(await popup.evaluate(async (id) => (await data.entryOf(id))?.note, first.id)).toBe('My own words.');
      await popup.close();
    });

    it('for a page of an older version gives way at once: an upgrade goes on, and the page says why it stopped', async () => {
      const popup = await openPopup(bench.driver);
      await popup.waitForSelector('[aria-label=Results] .save');
      const upgraded = await quiet.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const open = indexedDB.open('paperlight', 40);
            open.onblocked = () => resolve('blocked');
            open.onsuccess = () => {
              open.result.close();
              resolve('upgraded');
            };
          }),
      );
      expect(upgraded).toBe('upgraded');
      // It may have noticed by itself already.
      await popup.evaluate(() => document.querySelector<HTMLElement>('[aria-label=Results] .save')?.click());
      await expect.poll(() => text(popup)).toContain('database was written by a newer version');
      await popup.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
