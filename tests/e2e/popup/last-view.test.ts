import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openPopup, search } from '../../browser/pages/popup.ts';
import { EPIGRAF as PAPER } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const QUERY = 'rethinking training gan';

const pageAt = (path: string): string | undefined =>
  path === '/papers'
    ? `<!doctype html><title>Papers</title><h1>${PAPER}</h1><p>${'A page about it. '.repeat(20)}`
    : undefined;

inEachBrowser('The popup drawn over its last view', pageAt, (bench) => {
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    await page.bringToFront();
    for (const key of keys) await page.keyboard.press(key as 'Enter');
  };
  /** Saves a paper, or takes it off the list; returns how many are on it then. */
  const toggle = async (page: Page): Promise<number> => {
    await press(page, 'ArrowDown');
    await page.keyboard.down('Control');
    await press(page, 's');
    await page.keyboard.up('Control');
    await page.waitForSelector('.toast');
    return page.$eval('.toast', (toast) => (toast.textContent.startsWith('Saved') ? 1 : 0));
  };
  const isDone = (page: Page, listed?: number): Promise<unknown> =>
    // All rows, what is loaded later, and the reading list's number if it is known.
    page.waitForFunction(
      (listed) => {
        const has = (selector: string): boolean => document.querySelector(selector) !== null;
        const rows = document.querySelectorAll('#panel-search .row').length;
        const count = document.querySelector('#tab-reading-list .tab-count')?.textContent;
        return (
          has('.scroller[aria-busy=false]') &&
          has('.query-help') &&
          has('#panel-this-page') &&
          rows === 50 &&
          (listed === undefined || count === String(listed))
        );
      },
      {},
      listed,
    );
  /**
   * The popup's elements once it has opened, over its last view or over nothing, with so many
   * papers on the list.
   */
  const opened = async (over: 'its last view' | 'nothing', listed: number): Promise<string[]> => {
    if (over === 'nothing') {
      const page = await bench.driver.openExtensionPage('options.html');
      await page.evaluate(() => {
        const key = 'last-view/popup.html';
        const { query } = JSON.parse(localStorage.getItem(key) as string);
        localStorage.setItem(
          key,
          JSON.stringify({ query, content: [['main', [], [['input', [['type', 'search']], []]]]] }),
        );
      });
      await page.close();
    }
    const page = await openPopup(bench.driver);
    await isDone(page, listed);
    const html = await page.$eval('#app', (root) => root.innerHTML.split(/(?=<)/));
    await page.close();
    return html;
  };
  /** What is done before the popup is closed; returns how many papers are on the list, if any. */
  type Bring = (page: Page) => Promise<unknown>;
  const states: [string, Bring][] = [
    ['as it was answered', async () => {}],
    ['with another row in use', (page) => press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')],
    ['with a paper opened', (page) => press(page, 'Enter')],
    ['with a paper saved, and the notice of it', toggle],
    ['with a paper taken off, and the notice of it', toggle],
    [
      'after a query without answers',
      async (page) => {
        await search(page, 'qqqqqqqqqq');
        await page.waitForFunction(() => document.querySelectorAll('#panel-search .row').length === 0);
        await search(page, QUERY);
        await isDone(page);
      },
    ],
  ];
  const expectSame = async (page: Page, bring: Bring): Promise<void> => {
    await search(page, QUERY);
    await isDone(page);
    const listed = Number((await bring(page)) ?? 0);
    await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
    await page.close();
    const overView = await opened('its last view', listed);
    expect(overView).toEqual(await opened('nothing', listed));
  };
  it.each(states)('is the same as one that opens over nothing: %s', async (_, bring) => {
    await expectSame(await openPopup(bench.driver), bring);
  });

  it('is the same as one that opens over nothing: beside a page with titles', async () => {
    const url = `${bench.server.origin}/papers`;
    const tab = await bench.driver.openPage(url);
    await expectSame(await openPopup(bench.driver, url), async (page) => {
      await page.waitForSelector('#tab-this-page .tab-count[data-empty=false]');
    });
    await tab.close();
  });

  // Firefox runs no scripts of a test before those of an extension's page.
  it.skipIf(bench.name === 'firefox')('keeps every element that is shown, until its answer is there', async () => {
    const page = await openPopup(bench.driver);
    await search(page, QUERY);
    await isDone(page);
    await page.evaluateOnNewDocument(() => {
      const changed: string[] = [];
      Object.assign(globalThis, { changed });
      const note = (changes: MutationRecord[], observer: MutationObserver): void => {
        for (const { addedNodes, removedNodes } of changes) {
          for (const node of [...addedNodes, ...removedNodes]) changed.push(node.nodeName);
        }
        if (document.querySelector('.scroller[aria-busy=false]')) observer.disconnect();
      };
      document.addEventListener('DOMContentLoaded', () => {
        const all = { attributes: true, childList: true, subtree: true };
        new MutationObserver(note).observe(document.getElementById('app') as Element, all);
      });
    });
    await page.evaluate(() => void setTimeout(() => location.reload()));
    await page.waitForFunction(() => 'changed' in globalThis);
    await isDone(page);
    expect(await page.evaluate(() => (globalThis as unknown as { changed: string[] }).changed)).toEqual([]);
    await page.close();
  });
});
