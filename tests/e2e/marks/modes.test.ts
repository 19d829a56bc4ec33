import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { badgeOf, byRole, openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const pages = new Map([
  ['/one', `<!doctype html><title>One</title><h2>${TITLE}</h2>`],
  ['/part/two', `<!doctype html><title>Two</title><h2>${TITLE}</h2>`],
  ['/framed', `<!doctype html><title>Framed</title><h2>${TITLE}</h2><iframe src="/one"></iframe>`],
  [
    '/kept',
    `<!doctype html><title>Kept</title><body><h2>${TITLE}</h2>
<script>globalThis.markup = document.documentElement.outerHTML</script>`,
  ],
]);

inEachBrowser(
  'The settings',
  (path) => pages.get(path),
  (bench) => {
    const open = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
    const openSettings = async (): Promise<Page> => {
      const settings = await bench.driver.openExtensionPage('options.html');
      await settings.waitForSelector('h2');
      return settings;
    };
    const press = async (page: Page, role: string, name: string): Promise<void> =>
      (await byRole(page, role, name)).click();
    const turnOff = async (settings: Page, site: string): Promise<void> => {
      const field = await byRole(settings, 'textbox', 'Turn a site off');
      await field.type(site);
      await field.press('Enter');
    };
    /** How a mark is painted, which the page may ask as well. */
    const decoration = (page: Page): Promise<string> =>
      page.$eval('h2', (heading) => {
        const style = getComputedStyle(heading, '::highlight(paperlight)');
        return `${style.backgroundColor} ${style.textDecorationLine} ${style.textDecorationStyle}`;
      });

    it('turn marks off on a part of a site, at once and in pages to come, and on again', async () => {
      const [one, two] = [await open('/one'), await open('/part/two')];
      await waitForMarks(two, 1);
      const settings = await openSettings();
      await turnOff(settings, `${new URL(bench.server.origin).hostname}/part/*`);
      await waitForMarks(two, 0);
      await waitForMarks(one, 1);
      await two.reload();
      // A page that was loaded after it is read after it.
      await one.reload();
      await waitForMarks(one, 1);
      await waitForMarks(two, 0);
      // A page that goes on to another address without loading.
      await two.evaluate(() => history.pushState({}, '', '/elsewhere'));
      await waitForMarks(two, 1);
      await two.evaluate(() => history.pushState({}, '', '/part/three'));
      await waitForMarks(two, 0);

      const popup = await openPopup(bench.driver, `${bench.server.origin}/part/three`);
      await openTab(popup, 'This page');
      await byRole(popup, 'button', 'Open settings');
      await popup.close();

      await press(settings, 'button', 'Remove 127.0.0.1/part/*');
      await waitForMarks(two, 1);
      await press(settings, 'button', 'Undo');
      await waitForMarks(two, 0);
      await press(settings, 'button', 'Remove 127.0.0.1/part/*');
      await waitForMarks(two, 1);
      for (const page of [settings, one, two]) await page.close();
    });

    it('refuse what is no site, say where it is wrong, and change nothing', async () => {
      const settings = await openSettings();
      await turnOff(settings, 'www.*.org');
      await expect
        .poll(() => settings.$eval('[role=alert]', (alert) => alert.textContent))
        .toBe('At character 5 is a “*”. In a site’s name it can only come first, before a dot: *.example.org.');
      expect(await settings.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
      expect(await settings.evaluate(() => document.body.innerText)).toContain('No site is off.');
      await settings.close();
    });

    it('tell the keys that work on pages, which the browser has free', async () => {
      const settings = await openSettings();
      const keys = (): Promise<(string | null)[]> =>
        settings.$$eval('kbd', (shown) => shown.map((key) => key.textContent));
      const four = ['Alt+Comma', 'Alt+K', 'Alt+Period', 'Alt+Q'];
      const all = bench.name === 'firefox' ? ['Alt+Shift+Period', 'Alt+J', ...four] : four;
      await expect.poll(async () => (await keys()).sort()).toEqual(all.sort());
      expect(await settings.evaluate(() => document.body.innerText)).toContain('Open Paperlight, from any page');
      await settings.close();
    });

    it('mark pages only when the reader asks, until the page is left', async () => {
      const settings = await openSettings();
      const tab = await open('/framed');
      await waitForMarks(tab, 1);
      await press(settings, 'radio', 'Only when I ask');
      await waitForMarks(tab, 0);
      const popup = await openPopup(bench.driver, `${bench.server.origin}/framed`);
      await openTab(popup, 'This page');
      await press(popup, 'button', 'Mark this page');
      await waitForMarks(tab, 1);
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([TITLE]);
      await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('2 times on this page');
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/framed`)).toBe('1');

      // A frame that comes later is part of the page.
      await tab.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<iframe src="/one"></iframe>'));
      await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('3 times on this page');

      await tab.reload();
      // What the popup offers where a page was read and is not marked.
      await byRole(popup, 'button', 'Mark this page');
      await waitForMarks(tab, 0);
      await press(popup, 'button', 'Mark this page');
      await waitForMarks(tab, 1);
      await tab.reload();
      await byRole(popup, 'button', 'Mark this page');
      await waitForMarks(tab, 0);
      await tab.bringToFront();
      await bench.driver.pressCommand('mark-page');
      await waitForMarks(tab, 1);
      await press(settings, 'radio', 'Nowhere');
      await waitForMarks(tab, 0);
      await press(settings, 'radio', 'On every page');
      await waitForMarks(tab, 1);
      for (const page of [popup, settings, tab]) await page.close();
    });

    it('change the style of marks in open pages and those to come, and leave no trace in them', async () => {
      const settings = await openSettings();
      const tab = await open('/kept');
      await waitForMarks(tab, 1);
      await expect.poll(() => decoration(tab)).toMatch(/^rgba\(255, 196, 0, 0.22\d*\) underline solid$/);
      await press(settings, 'radio', 'Dots');
      await expect.poll(() => decoration(tab)).toBe('rgba(0, 0, 0, 0) underline dotted');
      const later = await open('/kept');
      await waitForMarks(later, 1);
      await expect.poll(() => decoration(later)).toBe('rgba(0, 0, 0, 0) underline dotted');
      await press(settings, 'radio', 'Marker pen');
      await press(settings, 'radio', 'Line');
      for (const page of [tab, later]) {
        await expect.poll(() => decoration(page)).toBe('rgba(0, 0, 0, 0) underline solid');
        expect(
          await page.evaluate(() => ({
            isSame: document.documentElement.outerHTML === (globalThis as { markup?: string }).markup,
            sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
            names: [...CSS.highlights.keys()],
          })),
        ).toEqual({ isSame: true, sheets: 0, names: ['paperlight'] });
      }
      await press(settings, 'radio', 'Wash and line');
      for (const page of [tab, later])
        await expect.poll(() => decoration(page)).toMatch(/^rgba\(255, 196, 0, 0.22\d*\) underline solid$/);
      for (const page of [settings, tab, later]) await page.close();
    });

    it('ask nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
