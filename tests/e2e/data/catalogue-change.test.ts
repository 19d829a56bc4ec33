import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { marksOn, waitForMarks } from '../../browser/pages/page-marks.ts';
import { badgeOf, openPopup } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const NEW = 'A Title That No Digest Has Had Before: Marked as Soon as It Is Known';
const paper: Paper = { id: paperIdOf(NEW), title: NEW, abstract: 'New.', digestIds: [], codeLinks: [] };

const markup = `<!doctype html><title>Page</title><h2>${NEW}</h2><h2>${TITLE}</h2>
<div><template shadowrootmode="open"><h3>${NEW}</h3></template></div><iframe srcdoc="<h2>${NEW}</h2>"></iframe>`;

inEachBrowser(
  'A catalogue that changes',
  () => markup,
  (bench) => {
    /**
     * Writes a digest with a paper into the database, or deletes both, as an import does: nothing
     * else is called.
     */
    const change = (popup: Page, putIn: boolean): Promise<void> =>
      popup.evaluate(
        async (record, digest, isPut) => {
          const db = data.database;
          await db.transaction('rw', [db.papers, db.digests, db.meta, db.unindexed], async () => {
            await (isPut ? db.papers.put(record) : db.papers.delete(record.id));
            await (isPut ? db.digests.put(digest) : db.digests.delete(digest.id));
            await db.meta.put({ key: 'digests', value: crypto.randomUUID() });
            await data.logChanges(db, [record.id]);
          });
        },
        paper,
        { id: 'later', name: 'later', date: null, source: 'file' as const, paperIds: [paper.id] },
        putIn,
      );
    const inFrame = (tab: Page): Promise<number> =>
      tab.frames()[1]?.evaluate(() => CSS.highlights.get('paperlight')?.size ?? 0) ?? Promise.resolve(0);

    it('is followed by every open tab, its shadow trees and frames, without a reload, and back', async () => {
      const tabs = [
        await bench.driver.openPage(`${bench.server.origin}/a`),
        await bench.driver.openPage(`${bench.server.origin}/b`),
      ];
      for (const tab of tabs) {
        await waitForMarks(tab, 1);
        await tab.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      }
      const popup = await withDataLayer(await openPopup(bench.driver));
      await change(popup, true);
      for (const tab of tabs) {
        expect(await waitForMarks(tab, 3)).toEqual([NEW, TITLE, NEW]);
        await expect.poll(() => inFrame(tab)).toBe(1);
      }
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/b`)).toBe('2');
      await change(popup, false);
      for (const tab of tabs) {
        await waitForMarks(tab, 1);
        expect(await marksOn(tab)).toEqual([TITLE]);
        await expect.poll(() => inFrame(tab)).toBe(0);
        expect(await tab.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true);
      }
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/b`)).toBe('1');
    });

    it.each(['popup.html', 'library.html', 'options.html'])(
      'reaches open tabs though the background was asleep when %s wrote it',
      async (path) => {
        const tab = await bench.driver.openPage(`${bench.server.origin}/a`);
        await waitForMarks(tab, 1);
        const page = await withDataLayer(await bench.driver.openExtensionPage(path));
        await page.waitForSelector('h1');
        for (const isPut of [true, false]) {
          await bench.driver.background.stop();
          await change(page, isPut);
          await waitForMarks(tab, isPut ? 3 : 1);
          await expect.poll(() => page.evaluate(async () => await data.database.unindexed.count())).toBe(0);
        }
        await page.close();
        await tab.close();
      },
    );

    it('is followed by a popup that is open', async () => {
      const popup = await withDataLayer(await openPopup(bench.driver));
      const counted = (): Promise<string> =>
        popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).placeholder);
      await expect.poll(counted).toBe('Search 290 papers');
      await change(popup, true);
      await expect.poll(counted).toBe('Search 291 papers');
      await change(popup, false);
      await expect.poll(counted).toBe('Search 290 papers');
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
