import { rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { launch } from '../../browser/driver/launch.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run inside the extension.
declare const chrome: typeof extensionApi;

inEachBrowser(
  'The driver',
  { pages: () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`, launch: {} },
  (bench) => {
    it('runs code in the background, which it can stop and wake', async () => {
      const { background } = bench.driver;
      // While the installation is at work it would be woken at once.
      const page = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(page, 1);
      // The style of marks is the last that a page asks for.
      await expect
        .poll(() =>
          page.$eval('h1', (element) => getComputedStyle(element, '::highlight(paperlight)').textDecorationLine),
        )
        .toBe('underline');
      expect(await background.evaluate((word) => `${word} ${chrome.runtime.getManifest().name}`, 'I am')).toBe(
        'I am Paperlight',
      );
      // Something may be on its way that wakes it at once.
      await expect
        .poll(async () => {
          await background.stop();
          return background.isRunning();
        })
        .toBe(false);
      expect(await background.evaluate(async () => (await chrome.tabs.query({})).length)).toBeGreaterThan(0);
      expect(await background.isRunning()).toBe(true);
    });

    it('opens the popup of the toolbar', async () => {
      await bench.driver.openPage(`${bench.server.origin}/`);
      const popup = await bench.driver.openToolbarPopup();
      await expect
        .poll(() => popup.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Search papers');
      expect(await popup.evaluate(async () => Boolean(await chrome.tabs.getCurrent()))).toBe(false);
    });

    it('has pages prefer dark and light colours', async () => {
      const page = await bench.driver.openPage(`${bench.server.origin}/`);
      const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      await bench.driver.preferColours('dark');
      await expect.poll(isDark).toBe(true);
      await bench.driver.preferColours('light');
      await expect.poll(isDark).toBe(false);
    });

    it('sees and stops requests to elsewhere, also those of the background', async () => {
      // Its own policy would forbid the background's request before the browser sends it.
      const extension = copyExtension(bench.name, (manifest) => {
        delete manifest.content_security_policy;
      });
      const other = await launch(bench.name, { extension });
      onTestFinished(async () => {
        await other.close();
        rmSync(extension, { recursive: true });
      });
      expect(other.foreignRequests).toEqual([]);
      await other.openPage('http://elsewhere.example/page').catch(() => {});
      await other.background.evaluate(() => fetch('https://elsewhere.example/background').catch(() => {}));
      await expect.poll(() => other.foreignRequests).toContain('http://elsewhere.example/page');
      await expect.poll(() => other.foreignRequests).toContain('https://elsewhere.example:443');
    });

    it('ends a browser at once and opens it again', async () => {
      await bench.driver.kill();
      bench.driver = await launch(bench.name, { profile: bench.profile });
      await waitForMarks(await bench.driver.openPage(`${bench.server.origin}/`), 1);
    });
  },
);
