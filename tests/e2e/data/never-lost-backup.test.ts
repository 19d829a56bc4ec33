import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { writeBackup } from '../../../lib/core/backup/backup.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { saveDownloadsTo } from '../../browser/driver/downloads.ts';
import { until } from '../../browser/driver/patience.ts';
import { dropFile } from '../../browser/pages/give.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const chrome: typeof extensionApi;
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
const [first, second, third] = papers.map(({ id }) => id) as [string, string, string];
const NEW = 'A Paper That Came From a File: Known Nowhere Else in the World';
const own: Paper = { id: paperIdOf(NEW), title: NEW, abstract: 'New.', digestIds: [], codeLinks: [] };

inEachBrowser(
  'A backup',
  () => `<!doctype html><title>Page</title><h1>${NEW}</h1>`,
  (bench) => {
    let downloads: string;
    let page: Page;
    const text = (): Promise<string> => page.evaluate(() => document.body.innerText);
    const list = (): Promise<[string, string, string][]> =>
      page.evaluate(async () =>
        (await data.readingList()).map(({ paperId, status, note }): [string, string, string] => [
          paperId,
          status,
          note,
        ]),
      );
    const press = async (name: string): Promise<void> => (await byRole(page, 'button', name)).click();
    const choose = async (path: string): Promise<void> => {
      const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
    };
    const file = (name: string, content: string | Uint8Array): string => {
      const path = join(downloads, name);
      writeFileSync(path, content);
      return path;
    };
    const saved = (): string | undefined => readdirSync(downloads).find((name) => /^paperlight-.*\d\.json$/.test(name));

    beforeAll(async () => {
      downloads = mkdtempSync(join(tmpdir(), 'paperlight-downloads-'));
      await openPopup(bench.driver).then(async (popup) => {
        await popup.waitForSelector('[aria-label=Results] .save');
        await popup.close();
      });
    });
    afterAll(() => rmSync(downloads, { recursive: true, force: true }));
    beforeEach(async () => {
      page = await withDataLayer(await bench.driver.openExtensionPage('options.html'));
      await saveDownloadsTo(page, downloads);
      return () => page.close();
    });

    it('is saved as a file, and brings back all that was lost since, after a look at it', async () => {
      await page.evaluate(
        async (paper, ids) => {
          await data.database.table('papers').put(paper);
          await data.savePaper([...ids, paper.id]);
          await data.setStatus([ids[0] as string], 'reading');
          await data.setNote(paper.id, 'My own find.');
        },
        own,
        [first, second],
      );
      const before = await list();
      await press('Save a backup');
      const name = await until('the saved file', async () => saved());
      await page.evaluate(async (id) => {
        await data.database.table('papers').delete(id);
        await data.database.readingList.clear();
      }, own.id);
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await page.bringToFront();
      await choose(join(downloads, name));
      await byRole(page, 'heading', `Restore “${name}”?`);
      expect(await text()).toContain('Added 3');
      expect(await text()).toContain(NEW);
      expect(await text()).toContain('1 paper will be added to the catalogue.');
      expect(await list()).toEqual([]);
      await press('Restore');
      await expect.poll(text).toContain('Restored: 3 papers of the list changed.');
      expect(await list()).toEqual(before);
      expect(await waitForMarks(tab, 1)).toEqual([NEW]);
      await tab.close();
      await page.bringToFront();
      await press('Undo');
      await expect.poll(text).toContain('The list is as it was before.');
      expect(await list()).toEqual([]);
    });

    it('merges what was changed later, or makes the list exactly as it was', async () => {
      await page.evaluate(
        async (ids) => {
          await data.savePaper(ids);
        },
        [first, second],
      );
      const name = saved() as string;
      await page.evaluate(
        async (id, other) => {
          await data.setStatus([id], 'read');
          await data.savePaper(other);
        },
        first,
        third,
      );
      await dropFile(page, name, readFileSync(join(downloads, name), 'utf8'));
      await byRole(page, 'heading', `Restore “${name}”?`);
      const kept = await list();
      await (await byRole(page, 'radio', 'Exactly as it was')).click();
      await expect.poll(text).toMatch(/Removed 1\n/);
      await press('Restore');
      await expect.poll(text).toMatch(/Restored: \d papers of the list changed/);
      expect((await list()).map(([id, status]) => [id, status])).toEqual([
        [first, 'reading'],
        [second, 'to-read'],
        [own.id, 'to-read'],
      ]);
      await press('Undo');
      await expect.poll(text).toContain('The list is as it was before.');
      expect(await list()).toEqual(kept);
    });

    it('is refused with words, and nothing is changed, when it is none', async () => {
      const before = await list();
      const whole = readFileSync(join(downloads, saved() as string), 'utf8');
      const wrong: [string, string | Uint8Array, RegExp][] = [
        ['picture.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), /This is not a file of text/],
        ['half.json', whole.slice(0, whole.length / 2), /The file ends in the middle/],
        [
          'newer.json',
          whole.replace('"version": 1', '"version": 7'),
          /made by a newer version .* Update the extension/,
        ],
        ['damaged.json', whole.replace('"to-read"', '"red"'), /damaged: “entries\[\d\]\.status” should be/],
        ['other.json', '{}', /This is not a backup of Paperlight/],
        ['eternal.json', whole.replace(/"at": \d+/, '"at": 1e300'), /damaged: “at” should be a date/],
        ['paperlight-catalogue.json', '[{ "id": "a", "title": "A" }]', /This is an export, not a backup/],
      ];
      for (const [name, content, words] of wrong) {
        await choose(file(name, content));
        await expect.poll(() => page.$eval('.data .field-wrong[role=alert]', (p) => p.textContent)).toMatch(words);
      }
      expect(await list()).toEqual(before);
    });

    it('that has nothing new but names of papers restores these, and cannot turn the sync on', async () => {
      const arxiv = { kind: 'arxiv', id: '2406.01234', host: 'arxiv.org', day: '2026-11-29', isProven: true } as const;
      const known = [{ id: second, learned: [arxiv] }];
      const backup = {
        at: 1,
        entries: [],
        digests: [],
        papers: [],
        known,
        settings: { markStyle: 'dots', sync: true },
      };
      await choose(file('names.json', writeBackup(backup)));
      await byRole(page, 'heading', 'Restore “names.json”?');
      await expect.poll(text).toContain('Numbers and addresses of 1 paper will be added.');
      await (await byRole(page, 'checkbox', 'Take the settings of the file too')).evaluate((box) =>
        (box as HTMLInputElement).checked ? undefined : (box as HTMLInputElement).click(),
      );
      await press('Restore');
      await expect.poll(text).toContain('Restored.');
      expect(await page.evaluate(async (id) => await data.database.papers.get(id), second)).toMatchObject({
        known: { arxiv: '2406.01234' },
        learned: [arxiv],
      });
      const stored = () => page.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
      await expect.poll(stored).toMatchObject({ markStyle: 'dots', sync: false });
    });

    it('is not needed for the states of the list that are kept', async () => {
      await page.evaluate(async (id) => {
        await data.database.readingList.clear();
        await data.savePaper(id);
        await data.takeSnapshot('update');
        await data.setNote(id, 'written since');
      }, second);
      await expect.poll(text).toContain('1 paper, at an update of Paperlight');
      await (await byRole(page, 'button', 'Restore…')).click();
      await expect.poll(text).toContain('Changed 1');
      await press('Restore');
      await expect.poll(text).toContain('Restored: 1 paper of the list changed.');
      expect(await list()).toEqual([[second, 'to-read', '']]);
      await page.evaluate(() => document.querySelector('.toast-region')?.remove());
    });

    it('is said to be needed only where the browser may clear what is stored', async () => {
      await expect.poll(text).toContain('The browser keeps it, also when the disk is short of space.');
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
