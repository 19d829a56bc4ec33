/** The popup as a person meets it: found by role and name. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { Driver } from './driver.ts';
import { until } from './patience.ts';

/** What a page of the extension has in its global scope; Firefox has `browser`. */
interface ExtensionPage {
  browser?: typeof extensionApi;
  chrome: typeof extensionApi;
}

/** Opens the popup in a tab and waits until it can be searched. `tabOf` names the page that it takes for the current one. */
export async function openPopup(driver: Driver, tabOf?: string): Promise<Page> {
  const page = await driver.openExtensionPage('popup.html');
  if (tabOf) {
    const tab = await tabIdOf(page, tabOf);
    await page.evaluate((id) => location.assign(`?tab=${id}`), tab);
    await page.waitForFunction(() => location.search !== '');
  }
  await page.waitForSelector('::-p-aria(Search papers[role="searchbox"])');
  return page;
}

/** Id of the tab that shows `url`, asked from a page of the extension. */
export async function tabIdOf(page: Page, url: string): Promise<number> {
  const id = await page.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as ExtensionPage;
    return (await (browser ?? chrome).tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}

/** Text of the badge for the tab that shows `url`. */
export async function badgeOf(page: Page, url: string): Promise<string> {
  const tabId = await tabIdOf(page, url);
  return page.evaluate((id) => {
    const { browser, chrome } = globalThis as unknown as ExtensionPage;
    return (browser ?? chrome).action.getBadgeText({ tabId: id });
  }, tabId);
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

/** The first element with this role and name. */
export async function byRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  // In Chromium a tab in the background neither draws nor tells what it shows.
  await page.bringToFront();
  // Firefox takes half a second to look through its tree of roles and names, and puppeteer's own waiting has it look three times.
  return until(`the ${role} ${name}`, async () => (await page.$(`::-p-aria(${name}[role="${role}"])`)) ?? undefined);
}

/** Titles of the papers in the list of this name, in order. */
export async function titlesIn(page: Page, list: string): Promise<string[]> {
  return page.$$eval(`[aria-label="${list}"] :is(h1,h2,h3,h4)`, (headings) =>
    headings.map((heading) => heading.textContent ?? ''),
  );
}

/** Waits until the first paper in a list is `title`. Throws with what is there after some seconds. */
export async function waitForFirst(page: Page, list: string, title: string): Promise<void> {
  const end = Date.now() + 8000;
  for (;;) {
    const titles = await titlesIn(page, list);
    if (titles[0] === title) return;
    if (Date.now() > end)
      throw new Error(`expected "${title}" first in ${list}, found ${JSON.stringify(titles.slice(0, 3))}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
