/**
 * What the built extension costs pages of many kinds: their longest tasks, and their own changes of
 * the DOM, with and without it.
 */
import type { Page } from 'puppeteer-core';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { BrowserName, Driver } from '../../browser/driver/driver.ts';
import { launch } from '../../browser/driver/launch.ts';
import { servePages } from '../../browser/driver/server.ts';
import { median } from '../median.ts';
import { markedPage, pageKinds } from './kinds.ts';

const ROUNDS = 3;
/** How long a page is watched after it has loaded, in milliseconds. */
const WATCHED = 1500;
const MARKS = [30, 290, 2900];
/** Rounds of changes, in turn with those of a page without the extension. */
const CHURN_ROUNDS = 9;
/** Larger windows take a software renderer seconds a frame. */
const WINDOW = { width: 1280, height: 4000 };

/** Writes down the longest time between two turns of the page, in milliseconds. */
const WATCH = `<script>
  globalThis.longest = 0;
  addEventListener('load', () => {
    // The page's own first layout is not what is measured.
    document.body.offsetHeight;
    let last = performance.now();
    setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; }, 1);
  });
</script>`;

/** Prints two tables for each browser. */
export async function measureTasks(): Promise<void> {
  const { papers } = bundleDigests('seeds').catalogue;
  const titles = papers.map((paper) => paper.title);
  const kinds = pageKinds(
    papers.map((paper) => paper.abstract),
    titles,
  );
  const pages = new Map([
    ...kinds.map(({ markup, script }, i): [string, string] => [
      `/kind/${i}`,
      `${WATCH}${markup}<script>addEventListener('load', () => { ${script ?? ''} })</script>`,
    ]),
    ...MARKS.map((count): [string, string] => [`/marks/${count}`, markedPage(titles, count)]),
  ]);
  const server = await servePages((path) => {
    const body = pages.get(path);
    return body && `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`;
  });
  const urls = kinds.map(({ name }, i): [string, string] => [name, `${server.origin}/kind/${i}`]);
  for (const name of ['chromium', 'firefox'] as const) {
    const both = await launchBoth(name);
    console.log(name);
    console.table(await longestTasks(both, urls));
    const rows = [];
    for (const count of MARKS) rows.push(await churn(both, `${server.origin}/marks/${count}`));
    console.table(rows);
    for (const driver of both) await driver.close();
  }
  await server.close();
}

/** The browser without the extension, and with it. */
type Both = [bare: Driver, marked: Driver];

async function launchBoth(name: BrowserName): Promise<Both> {
  return [await launch(name, { bare: true }), await launch(name)];
}

async function longestTasks(both: Both, urls: [string, string][]): Promise<Record<string, number | string>[]> {
  const rows = [];
  for (const [page, url] of urls) {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, driver] of both.entries()) (times[i] as number[]).push(await longestTask(driver, url));
    const [without, withUs] = times.map(median) as [number, number];
    rows.push({ page, 'longest task without, ms': Math.round(without), 'with, ms': Math.round(withUs) });
  }
  return rows;
}

async function longestTask(driver: Driver, url: string): Promise<number> {
  const tab = await driver.openPage(url);
  await tab.bringToFront();
  await new Promise((done) => setTimeout(done, WATCHED));
  const longest = await tab.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  await tab.close();
  return longest;
}

/** The page's own changes of its DOM, in turn without and with marks. */
async function churn(both: Both, url: string): Promise<Record<string, number | string>> {
  const tabs: Page[] = [];
  for (const driver of both) {
    const tab = await driver.openPage(url);
    await tab.setViewport(WINDOW);
    await tab.bringToFront();
    tabs.push(tab);
  }
  const [bare, marked] = tabs as [Page, Page];
  const wanted = Number(url.split('/').at(-1));
  const painted = await settledCount(marked);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < CHURN_ROUNDS; round++) {
    for (const [i, tab] of [bare, marked].entries()) (times[i] as number[]).push(await tab.evaluate(change));
  }
  for (const tab of tabs) await tab.close();
  const [without, withUs] = times.map(median) as [number, number];
  return {
    titles: wanted,
    painted,
    'without, ms': Number(without.toPrecision(3)),
    'with, ms': Number(withUs.toPrecision(3)),
    ratio: `${(withUs / without).toFixed(2)} ×`,
  };
}

/**
 * How many marks are painted once their number stays the same. Ranges, of which to read the texts,
 * would slow the page down themselves.
 */
async function settledCount(tab: Page): Promise<number> {
  const count = (): Promise<number> => tab.evaluate(() => CSS.highlights.get('paperlight')?.size ?? 0);
  for (let last = -1; ; ) {
    const now = await count();
    if (now > 0 && now === last) return now;
    last = now;
    await new Promise((done) => setTimeout(done, 1500));
  }
}

/**
 * Inserts and removes elements before and after marked text; returns how long that took, in
 * milliseconds. Runs in the page.
 */
function change(): number {
  const list = document.querySelector('ol') as HTMLElement;
  const main = document.querySelector('main') as HTMLElement;
  const began = performance.now();
  for (let i = 0; i < 5000; i++) {
    for (const parent of [list, main]) {
      const item = document.createElement('li');
      item.textContent = 'some words';
      parent.prepend(item);
      item.remove();
    }
  }
  return performance.now() - began;
}
