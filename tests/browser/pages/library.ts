/** The library: what end-to-end tests do in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Driver } from '../driver/driver.ts';
import { byRole } from './by-role.ts';

/** Opens the library once its catalogue is searchable. */
export async function openLibrary(driver: Driver, search = ''): Promise<Page> {
  const page = await driver.openExtensionPage(`library.html${search}`);
  await page.waitForSelector('.library-scroller');
  return page;
}

/**
 * Adds a file of this name to the catalogue, by the dialog, and waits until its papers are in the
 * list.
 */
export async function addFile(library: Page, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-file-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    await (await byRole(library, 'button', 'Add papers')).click();
    const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    const add = await library.waitForSelector(
      `xpath///dialog//button[starts-with(normalize-space(.), "Add ") and not(@disabled)]`,
    );
    await add?.click();
    const added = 'xpath///*[contains(@class, "toast-text") and starts-with(., "Added")]';
    await library.waitForSelector(added).catch(async (error: Error) => {
      const dialog = await library.evaluate(() => document.querySelector('dialog[open]')?.textContent);
      throw new Error(`not added; the dialog says: ${dialog?.slice(0, 500)}`, { cause: error });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Titles of the rows that are drawn. */
export async function shownTitles(library: Page): Promise<string[]> {
  return library.$$eval('.library-list .row-title', (titles) => titles.map((title) => title.textContent ?? ''));
}

/** Types a query in place of what is in the box. */
export async function ask(library: Page, query: string): Promise<void> {
  const box = (await library.waitForSelector('.library-search input')) as ElementHandle<HTMLInputElement>;
  await box.click({ count: 3 });
  await box.press('Backspace');
  if (query) await box.type(query);
}

/** Waits until the paper with this title is in the list. */
export async function waitForTitle(library: Page, title: string): Promise<void> {
  await library.waitForFunction(
    (wanted) => [...document.querySelectorAll('.library-list .row-title')].some((row) => row.textContent === wanted),
    {},
    title,
  );
}
