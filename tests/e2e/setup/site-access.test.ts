import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import {
  byRole,
  openPopup,
  openTab,
  search,
  titlesIn,
  waitForCatalogue,
  waitForFirst,
} from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'Where the browser withholds sites',
  () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`,
  (bench) => {
    const opened: Page[] = [];
    const visit = async (path: string): Promise<Page> => {
      const tab = await bench.driver.openPage(bench.server.origin + path);
      opened.push(tab);
      return tab;
    };
    const thisPage = (popup: Page): Promise<string> =>
      popup.$eval('#panel-this-page', (panel) => (panel as HTMLElement).innerText);
    const access = (settings: Page): Promise<string> =>
      settings.$eval('#site-access', (section) => (section as HTMLElement).innerText);

    beforeEach(async () => {
      await waitForCatalogue(bench.driver);
      await bench.driver.withholdSites();
    });
    afterEach(() => Promise.all(opened.splice(0).map((page) => page.close())));

    it('all that needs no page works, and the popup says why it shows nothing of this one', async () => {
      await visit('/');
      const popup = await openPopup(bench.driver);
      opened.push(popup);
      await search(popup, 'epigraf');
      await waitForFirst(popup, 'Results', TITLE);
      await openTab(popup, 'This page');
      await expect.poll(() => thisPage(popup)).toContain('The browser does not let Paperlight read this page');
      expect(await popup.$$eval('#panel-this-page .notice .button', (all) => all.length)).toBe(1);
    });

    it('a click on the button reads the page, and the popup offers to read the site always', async () => {
      const tab = await visit('/');
      const other = await visit('/other');
      await bench.driver.clickButton(tab);
      await waitForMarks(tab, 1);
      const popup = await openPopup(bench.driver, tab.url());
      opened.push(popup);
      await openTab(popup, 'This page');
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([TITLE]);
      expect(await thisPage(popup)).toContain('The browser lets Paperlight read this site only when you click');

      await bench.driver.agreeToPrompts(popup);
      await (await byRole(popup, 'button', 'Allow on this site')).click();
      await expect.poll(() => thisPage(popup)).not.toContain('only when you click');
      await waitForMarks(other, 1);
      const settings = await bench.driver.openExtensionPage('options.html');
      opened.push(settings);
      await expect.poll(() => access(settings)).toMatch(/You have allowed:\s+127\.0\.0\.1/);
    });

    it('the settings say so, and allowing all sites there marks the pages that are open', async () => {
      const tab = await visit('/');
      const settings = await bench.driver.openExtensionPage('options.html');
      opened.push(settings);
      await expect.poll(() => access(settings).catch(() => '')).toContain('only when you click its button');
      await bench.driver.agreeToPrompts(settings);
      await (await byRole(settings, 'button', 'Allow on all sites')).click();
      await expect.poll(() => access(settings)).toContain('The browser lets Paperlight read all sites.');
      await waitForMarks(tab, 1);
    });
  },
);
