import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Paper } from '../../lib/core/paper.ts';
import { paperIdOf } from '../../lib/core/paper-id.ts';
import { marksOn, waitForMarks } from '../browser/page-marks.ts';
import { badgeOf, openPopup } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
const NEW = 'A Title That No Digest Has Had Before: Marked as Soon as It Is Known';
const paper: Paper = { id: paperIdOf(NEW), title: NEW, abstract: 'New.', digestIds: [], codeLinks: [] };

const markup = `<!doctype html><title>Page</title><h2>${NEW}</h2><h2>${TITLE}</h2>
<div><template shadowrootmode="open"><h3>${NEW}</h3></template></div><iframe srcdoc="<h2>${NEW}</h2>"></iframe>`;

inEachBrowser(
  'A catalogue that changes',
  () => markup,
  (bench) => {
    /** Puts a digest with a paper into the database, or takes both out, and has the background settle the catalogue as after an update. */
    const change = (popup: Page, putIn: boolean): Promise<unknown> =>
      popup.evaluate(
        async (record, digest, isPut) => {
          const open = indexedDB.open('paperlight');
          await new Promise((done) => {
            open.onsuccess = done;
          });
          const transaction = open.result.transaction(['papers', 'digests', 'meta'], 'readwrite');
          const papers = transaction.objectStore('papers');
          const digests = transaction.objectStore('digests');
          if (isPut) {
            papers.put(record);
            digests.put(digest);
          } else {
            papers.delete(record.id);
            digests.delete(digest.id);
          }
          transaction.objectStore('meta').delete('bundle');
          await new Promise((done) => {
            transaction.oncomplete = done;
          });
          open.result.close();
          const { browser, chrome } = globalThis as unknown as Record<
            'browser' | 'chrome',
            { runtime: { sendMessage(message: object): Promise<unknown> } } | undefined
          >;
          return (browser ?? chrome)?.runtime.sendMessage({ type: 'popup/ensure-catalogue' });
        },
        paper,
        { id: 'later', name: 'later', date: null, source: 'file', paperIds: [paper.id] },
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
      const popup = await openPopup(bench.driver);
      expect(await change(popup, true)).toEqual({ ok: true });
      for (const tab of tabs) {
        expect(await waitForMarks(tab, 3)).toEqual([NEW, TITLE, NEW]);
        await expect.poll(() => inFrame(tab)).toBe(1);
      }
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/b`)).toBe('2');
      expect(await change(popup, false)).toEqual({ ok: true });
      for (const tab of tabs) {
        await waitForMarks(tab, 1);
        expect(await marksOn(tab)).toEqual([TITLE]);
        await expect.poll(() => inFrame(tab)).toBe(0);
        expect(await tab.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true);
      }
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/b`)).toBe('1');
    });

    it('is followed by a popup that is open', async () => {
      const popup = await openPopup(bench.driver);
      const counted = (): Promise<string> =>
        popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).placeholder);
      await expect.poll(counted).toBe('Search 290 papers');
      expect(await change(popup, true)).toEqual({ ok: true });
      await expect.poll(counted).toBe('Search 291 papers');
      expect(await change(popup, false)).toEqual({ ok: true });
      await expect.poll(counted).toBe('Search 290 papers');
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
