import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { addressesOfTabs } from '../../browser/driver/tabs.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run inside the extension.
declare const chrome: typeof extensionApi;

let extension = '';

inEachBrowser(
  'An update',
  {
    launch: (name) => {
      extension = copyExtension(name);
      return { extension };
    },
  },
  (bench) => {
    afterAll(() => rmSync(extension, { recursive: true, force: true }));

    const untold = (): Promise<unknown> =>
      bench.driver.background.evaluate(async () => (await chrome.storage.local.get('news')).news);

    it('says once, in the popup, what is new', async () => {
      const file = join(extension, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...manifest, version: '9.8.7' }));
      const before = await addressesOfTabs(bench.driver.background);
      await bench.driver.loadExtension();
      await expect.poll(untold).toBe('9.8.7');
      expect(await addressesOfTabs(bench.driver.background)).toBe(before);
      const popup = await openPopup(bench.driver);
      await expect
        .poll(() => popup.$$eval('.page-note', (notes) => notes.map((note) => note.textContent).join()))
        .toContain('New in version 9.8.7: ');
      await popup.close();
      // The next one has nothing to tell.
      expect(await untold()).toBeUndefined();
    });
  },
);
