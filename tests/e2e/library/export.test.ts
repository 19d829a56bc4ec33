import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { saveDownloadsTo } from '../../browser/driver/downloads.ts';
import { until } from '../../browser/driver/patience.ts';
import { byRole, search, waitForCatalogue, waitForFirst } from '../../browser/pages/popup.ts';
import { press } from '../../browser/pages/queue.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;

inEachBrowser(
  'The export dialog',
  () => undefined,
  (bench) => {
    let page: Page;
    let downloads: string;
    beforeAll(async () => {
      await waitForCatalogue(bench.driver);
      downloads = mkdtempSync(join(tmpdir(), 'paperlight-downloads-'));
    });
    afterAll(() => rmSync(downloads, { recursive: true, force: true }));
    beforeEach(async () => {
      page = await bench.driver.openExtensionPage('library.html');
      await page.waitForSelector('.facets');
      await saveDownloadsTo(page, downloads);
      return () => page.close();
    });

    const open = async (): Promise<void> => {
      await (await byRole(page, 'button', 'Export')).click();
      await page.waitForSelector('dialog[open] select');
    };
    const choose = (scope: string): Promise<unknown> => page.select('dialog select', scope);
    const told = (): Promise<string> => page.$eval('.export-told', (element) => element.textContent ?? '');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    /** The text of a file that was saved, when it is whole. */
    const downloaded = (name: string): Promise<string> =>
      until(`the file ${name}`, async () => {
        const path = join(downloads, name);
        return existsSync(path) ? readFileSync(path, 'utf8') || undefined : undefined;
      });

    /**
     * Has the page copy to a place of ours: browsers without a window have no clipboard that can be
     * read.
     */
    const holdClipboard = (): Promise<void> =>
      page.evaluate(() => {
        const scope = globalThis as unknown as { copied: string };
        Object.defineProperty(navigator, 'clipboard', {
          value: {
            writeText: async (text: string) => {
              scope.copied = text;
            },
          },
        });
      });
    const copied = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { copied: string }).copied);

    it('is used by keyboard, keeps the page’s keys to itself, and gives the focus back', async () => {
      await search(page, 'rethinking training gan');
      await waitForFirst(page, 'Results', TITLE);
      const button = await byRole(page, 'button', 'Export');
      await button.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open] select');
      await page.keyboard.press('s');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { hidden: true });
      expect(await focused()).toBe('Export');
      expect(await page.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toContain('rethinking');
      expect(await page.evaluate(() => document.querySelector('[aria-pressed="true"].save'))).toBe(null);
    });

    it('saves by Enter, and leaves out what is not wanted, as its preview shows', async () => {
      await open();
      await choose('catalogue');
      const preview = (): Promise<string> => page.$eval('.export-preview', (element) => element.textContent ?? '');
      await expect.poll(preview).toMatch(/^@misc\{.*abstract = /s);
      await (await byRole(page, 'checkbox', 'Abstracts')).click();
      await expect.poll(preview).not.toContain('abstract');
      await (await byRole(page, 'radio', 'CSL-JSON')).click();
      await expect.poll(preview).toMatch(/^\[/);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect.poll(told).toBe(`Saved ${papers.length} papers as RIS.`);
      expect(await downloaded('paperlight-catalogue.ris')).not.toContain('AB  -');
      rmSync(join(downloads, 'paperlight-catalogue.ris'));
      await page.keyboard.press('Escape');
    });

    it('saves the whole catalogue as a file of each format', async () => {
      await open();
      await choose('catalogue');
      expect(await told()).toBe(`${papers.length} papers`);
      for (const name of ['BibTeX', 'RIS', 'CSL-JSON', 'Markdown', 'CSV']) {
        await (await byRole(page, 'radio', name)).click();
        await (await byRole(page, 'button', 'Save file')).click();
        await expect.poll(told).toBe(`Saved ${papers.length} papers as ${name}.`);
      }
      const bib = await downloaded('paperlight-catalogue.bib');
      expect(parse(bib).entries).toHaveLength(papers.length);
      const csv = await downloaded('paperlight-catalogue.csv');
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      expect(parseCsv(csv, { bom: true, columns: true })).toHaveLength(papers.length);
      expect(JSON.parse(await downloaded('paperlight-catalogue.json'))).toHaveLength(papers.length);
      expect((await downloaded('paperlight-catalogue.ris')).match(/^ER {2}- /gm)).toHaveLength(papers.length);
      expect((await downloaded('paperlight-catalogue.md')).match(/^- /gm)).toHaveLength(papers.length);
      await (await byRole(page, 'button', 'Close')).click();
      await page.waitForSelector('dialog', { hidden: true });
    });

    it('copies a paper’s BibTeX by its key, from the paper itself', async () => {
      await holdClipboard();
      await search(page, 'rethinking training gan');
      await waitForFirst(page, 'Results', TITLE);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.library-paper h2');
      await expect.poll(focused).toBe(TITLE);
      await press(page, 'Control+c');
      await expect.poll(() => page.$$eval('.details-bar [aria-live]', (all) => all.at(-1)?.textContent)).toBe('Copied');
      const [entry] = parse(await copied(), { sentenceCase: false }).entries;
      expect([entry?.key, entry?.fields.title]).toEqual(['epigrafRethinkingTraining', TITLE]);
      expect(await page.evaluate(() => location.search)).toContain('paper=');
    });

    it('copies the reading list as it is in the database then', async () => {
      await holdClipboard();
      await open();
      // Nothing is saved yet: the first scope that has papers.
      expect(await told()).toBe(`${papers.length} papers`);
      await choose('reading-list');
      expect(await told()).toBe('No papers yet. Save some, or choose the whole catalogue.');
      await page.keyboard.press('Escape');
      await search(page, 'rethinking training gan');
      await waitForFirst(page, 'Results', TITLE);
      await page.keyboard.press('ArrowDown');
      await expect.poll(focused).toBe(TITLE);
      await press(page, 'Control+s');
      await byRole(page, 'button', 'Undo');
      await open();
      await expect.poll(told).toBe('1 paper');
      await (await byRole(page, 'radio', 'Markdown')).click();
      await (await byRole(page, 'button', 'Copy')).click();
      await expect.poll(told).toBe('Copied 1 paper as Markdown.');
      expect(await copied()).toBe(`- [ ] [${TITLE}](https://universome.github.io/epigraf)\n\n  To read\n`);
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
