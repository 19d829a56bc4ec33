import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { BrowserName, LaunchOptions } from '../../browser/driver/driver.ts';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole, openPopup, openTab, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run inside the extension.
declare const chrome: Partial<typeof extensionApi>;

/**
 * A copy of the extension that asks for none of what Firefox for Android lacks: the browser leaves
 * it out of the API.
 */
function withoutParts(name: BrowserName): LaunchOptions {
  folder = copyExtension(name, (manifest) => {
    for (const key of ['commands', 'omnibox', 'side_panel', 'sidebar_action'] as const) delete manifest[key];
    manifest.permissions = manifest.permissions.filter((permission) => !/contextMenus|sidePanel/.test(permission));
  });
  return { extension: folder };
}

let folder = '';

inEachBrowser(
  'In a browser without commands, menus, omnibox and side panel',
  { pages: () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`, launch: withoutParts },
  (bench) => {
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('nothing of them is there', async () => {
      const there = await bench.driver.background.evaluate(() => {
        const { commands, contextMenus, omnibox, sidePanel } = chrome;
        const { sidebarAction } = chrome as { sidebarAction?: object };
        return [commands, contextMenus, omnibox, sidePanel, sidebarAction].filter(Boolean).length;
      });
      expect(there).toBe(0);
    });

    it('titles are marked, found and listed', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(tab, 1);
      const popup = await openPopup(bench.driver, tab.url());
      await search(popup, 'epigraf');
      await waitForFirst(popup, 'Results', TITLE);
      await openTab(popup, 'This page');
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([TITLE]);
      await popup.close();
    });

    it('the settings have no keys', async () => {
      const options = await bench.driver.openExtensionPage('options.html');
      await byRole(options, 'heading', 'Style of marks');
      expect(await options.$('#keys-on-pages')).toBeNull();
      expect(await options.$$eval('.contents a', (links) => links.map(({ textContent }) => textContent))).not.toContain(
        'Keys on pages',
      );
      await expect
        .poll(() => options.$eval('#about-and-errors', ({ textContent }) => textContent))
        .toContain('Nothing has gone wrong unexpectedly.');
      await options.close();
    });
  },
);
