import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { launch } from '../../browser/driver/launch.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup, openTab, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { DDSP as OTHER, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'What was saved',
  { pages: () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`, launch: {} },
  (bench) => {
    const save = async (popup: Page, query: string, title: string): Promise<void> => {
      await search(popup, query);
      await waitForFirst(popup, 'Results', title);
      await (await byRole(popup, 'button', 'Save')).click();
      await byRole(popup, 'button', 'Saved');
    };
    const saved = async (): Promise<string[]> => {
      const popup = await openPopup(bench.driver);
      await openTab(popup, 'Reading list');
      await popup.waitForSelector('[aria-label="Reading list"] :is(h2,h3)');
      const titles = await titlesIn(popup, 'Reading list');
      await popup.close();
      return titles;
    };

    it('is there after the browser was closed and opened again', async () => {
      await save(await openPopup(bench.driver), 'epigraf', TITLE);
      await bench.driver.close();
      bench.driver = await launch(bench.name, { profile: bench.profile });
      expect(await saved()).toEqual([TITLE]);
    });

    it('is there after the browser was killed as soon as the save was confirmed', async () => {
      await save(await openPopup(bench.driver), 'ddsp', OTHER);
      await bench.driver.kill();
      bench.driver = await launch(bench.name, { profile: bench.profile });
      expect(await saved()).toEqual([OTHER, TITLE]);
    });

    it('is left alone by an update, after which open pages are marked by the new version only', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      const complaints: unknown[] = [];
      tab.on('pageerror', (error) => complaints.push(error));
      tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await waitForMarks(tab, 1);
      await bench.driver.loadExtension();
      await waitForMarks(tab, 1);
      // The old content script would go on marking what it finds, and fail at telling anybody.
      await tab.evaluate(
        (title) => document.body.append(Object.assign(document.createElement('h2'), { textContent: title })),
        OTHER,
      );
      await waitForMarks(tab, 2);
      expect(await saved()).toEqual([OTHER, TITLE]);
      expect(complaints).toEqual([]);
    });
  },
);
