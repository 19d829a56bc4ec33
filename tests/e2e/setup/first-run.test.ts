import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { addressesOfTabs } from '../../browser/driver/tabs.ts';
import { byRole, openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

/** The texts that are marked. */
const lit = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('paperlight') ?? [])].map(String));

inEachBrowser('The first page', { launch: { firstRun: true } }, (bench) => {
  it('opens after the installation, once', async () => {
    const { background } = bench.driver;
    await expect.poll(() => addressesOfTabs(background)).toContain('/welcome.html');
    // As an update does.
    await bench.driver.loadExtension();
    const settings = await bench.driver.openExtensionPage('options.html');
    const pages = (await addressesOfTabs(background)).split(' ').filter((url) => url.endsWith('/welcome.html'));
    expect(pages.length).toBeLessThanOrEqual(1);
    await settings.close();
  });

  it('lights up titles, saves one, tells of the site access, and adds papers', async () => {
    const page = await bench.driver.openExtensionPage('welcome.html');
    await expect.poll(() => lit(page)).toContain(TITLE);
    const [save] = await page.$$(`xpath/.//li[contains(., '${TITLE}')]//button`);
    await save?.click();
    await expect.poll(() => save?.evaluate((button) => button.getAttribute('aria-pressed'))).toBe('true');
    await expect.poll(() => page.$eval('main', (main) => main.innerText)).toContain('lets Paperlight read all sites');
    await (await byRole(page, 'button', 'Add papers')).click();
    await page.waitForSelector('dialog[open]');
    await page.close();
    const popup = await openPopup(bench.driver);
    await openTab(popup, 'Reading list');
    await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual([TITLE]);
    await popup.close();
  });

  it('fits into 320 pixels', async () => {
    const page = await bench.driver.openExtensionPage('welcome.html');
    await page.setViewport({ width: 320, height: 640 });
    await expect.poll(() => lit(page)).toContain(TITLE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
