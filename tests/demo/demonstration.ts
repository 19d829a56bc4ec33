/** The demonstration: what a person does in the first minute, done by a driver. */
import { readFileSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Driver } from '../browser/driver/driver.ts';
import { type PageServer, servePages } from '../browser/driver/server.ts';
import { waitForMarks } from '../browser/pages/page-marks.ts';
import { badgeOf, byRole, openPopup, search, titlesIn, waitForFirst } from '../browser/pages/popup.ts';

/** Marks on the demonstration page, and those that come with the library that is added. */
const MARKS = 11;
const NEW_MARKS = 2;
/** A bibliography to add. */
export const LIBRARY = 'tests/demo/library.bib';

/** A window in which all of the demonstration page is in sight, in CSS pixels. */
const WHOLE_PAGE = { width: 900, height: 2000 };

const QUERY = 'rethinking gans';
const FOUND = 'EpiGRAF: Rethinking training of 3D GANs';
const MORE = ['quantized side tuning', 'neural metamorphosis', 'ddsp'];

/** The demonstration page. */
export function demonstrationPage(): string {
  return readFileSync(new URL('page.html', import.meta.url), 'utf8');
}

/** Serves the demonstration page. */
export function serveDemonstration(): Promise<PageServer> {
  const page = demonstrationPage();
  return servePages((path) => (path === '/' ? page : undefined));
}

/** A surface of the extension to be looked at, and what is seen on it in words. */
export interface Sight {
  name: 'search' | 'reading-list' | 'this-page' | 'page' | 'library' | 'add-papers' | 'page-after';
  page: Page;
  seen: string;
}

/**
 * Searches, saves, opens the page and lists its papers, adds a library and sees the page marked
 * with it, calling `show` with each surface while it
 * is there. Throws if anything is not as it should be.
 */
export async function demonstrate(
  driver: Driver,
  origin: string,
  show: (sight: Sight) => Promise<void>,
): Promise<void> {
  const url = `${origin}/`;
  const page = await driver.openPage(url);
  // Only what is in sight is marked.
  await page.setViewport(WHOLE_PAGE);
  const marks = await waitForMarks(page, MARKS);
  await show({ name: 'page', page, seen: `${marks.length} titles are marked on ${url}` });

  const popup = await openPopup(driver, url);
  for (const query of [...MORE, QUERY]) {
    await search(popup, query);
    await popup.waitForFunction(
      (words) =>
        document
          .querySelector('[aria-label=Results] h2')
          ?.textContent?.toLowerCase()
          .includes(words.split(' ')[0] as string),
      {},
      query,
    );
    await savePaper(popup);
  }
  await waitForFirst(popup, 'Results', FOUND);
  await show({ name: 'search', page: popup, seen: `"${QUERY}" finds "${FOUND}" first` });

  await (await byRole(popup, 'tab', 'Reading list')).click();
  await waitForFirst(popup, 'Reading list', FOUND);
  const saved = await titlesIn(popup, 'Reading list');
  await show({
    name: 'reading-list',
    page: popup,
    seen: `the reading list holds ${saved.length} papers, "${saved[0]}" on top`,
  });

  await (await byRole(popup, 'tab', 'This page')).click();
  await popup.waitForSelector('[aria-label="Papers on this page"] h2');
  const here = await titlesIn(popup, 'Papers on this page');
  const badge = await badgeOf(popup, url);
  if (badge !== String(here.length)) throw new Error(`the badge says "${badge}", the list has ${here.length} papers`);
  await show({
    name: 'this-page',
    page: popup,
    seen: `the badge says ${badge}, and "This page" lists ${here.length} papers`,
  });

  const library = await driver.openExtensionPage('library.html?q=title:gan');
  await library.waitForSelector('[aria-label=Results] h2');
  await (await library.waitForSelector('.row-open'))?.click();
  await library.waitForSelector('.related li');
  const all = await titlesIn(library, 'Results');
  await show({ name: 'library', page: library, seen: `the library has ${all.length} papers with GANs in the title` });

  await (await byRole(library, 'button', 'Add papers')).click();
  const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(LIBRARY);
  const summary = await library.waitForSelector('.import-summary');
  const sum = await summary?.evaluate((element) => element.textContent);
  await show({ name: 'add-papers', page: library, seen: `"Add papers" says of a .bib: ${sum}` });
  await (await byRole(library, 'button', 'Add 5')).click();
  await library.waitForSelector('.toast-text');
  await page.bringToFront();
  await page.setViewport(WHOLE_PAGE);
  const after = await waitForMarks(page, MARKS + NEW_MARKS);
  await show({ name: 'page-after', page, seen: `${after.length} titles are marked once it is added` });
}

async function savePaper(popup: Page): Promise<void> {
  const isSaved = (pressed: string): string => `[aria-label=Results] li:first-child button[aria-pressed="${pressed}"]`;
  if (await popup.$(isSaved('true'))) return;
  await popup.click(isSaved('false'));
  await popup.waitForSelector(isSaved('true'));
}
