/** The popup as a person meets it: found by role and name. */
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { Driver } from '../driver/driver.ts';
import { until } from '../driver/patience.ts';
import { byRole, waitForRole } from './by-role.ts';

export { byRole } from './by-role.ts';

// In functions that run inside the extension. Firefox has it too.
declare const chrome: typeof extensionApi;

/**
 * Opens the popup in a tab and waits until it can be searched. `tabOf` names the page that it takes
 * for the current one.
 */
export async function openPopup(driver: Driver, tabOf?: string): Promise<Page> {
  const page = await driver.openExtensionPage('popup.html');
  if (tabOf) {
    const tab = await tabIdOf(page, tabOf);
    await page.evaluate((id) => location.assign(`?tab=${id}`), tab);
    await page.waitForFunction(() => location.search !== '');
  }
  await waitForRole(page, 'searchbox', 'Search papers');
  return page;
}

/** Opens a tab of the popup by one click, which may come before the popup's program is there. */
export async function openTab(page: Page, name: string): Promise<void> {
  await (await byRole(page, 'tab', name)).click();
  const isOpen = async (): Promise<boolean> => {
    const tab = await byRole(page, 'tab', name);
    return tab.evaluate((element) => element.getAttribute('aria-selected') === 'true');
  };
  await until(`the tab ${name} to be open`, async () => (await isOpen()) || undefined);
}

/** Waits until the bundled digests are in the database, as they are soon after the installation. */
export async function waitForCatalogue(driver: Driver): Promise<void> {
  const page = await driver.openExtensionPage('popup.html');
  await page.waitForSelector('[aria-label=Results] .row');
  await page.close();
}

/** Id of the tab that shows `url`, asked from a page of the extension. */
export async function tabIdOf(page: Page, url: string): Promise<number> {
  const id = await page.evaluate(
    async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id,
    url,
  );
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}

/** Text of the badge for the tab that shows `url`. */
export async function badgeOf(page: Page, url: string): Promise<string> {
  const tabId = await tabIdOf(page, url);
  return page.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
}

/** Replaces what stands in the search box, as pasting does. */
export async function search(page: Page, query: string): Promise<void> {
  await page.$eval(
    'input[type=search]',
    (box, text) => {
      const input = box as HTMLInputElement;
      input.focus();
      input.select();
      document.execCommand('insertText', false, text);
    },
    query,
  );
}

/** Titles of the papers in the list of this name, in order. */
export async function titlesIn(page: Page, list: string): Promise<string[]> {
  return page.$$eval(`[aria-label="${list}"] :is(h1,h2,h3,h4)`, (headings) =>
    headings.map((heading) => heading.textContent ?? ''),
  );
}

/** Waits until the first paper in a list is `title`. Throws with what is there after a minute. */
export async function waitForFirst(page: Page, list: string, title: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const titles = await titlesIn(page, list);
    if (titles[0] === title) return;
    if (Date.now() > end)
      throw new Error(`expected "${title}" first in ${list}, found ${JSON.stringify(titles.slice(0, 3))}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
