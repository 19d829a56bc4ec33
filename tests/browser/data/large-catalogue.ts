/** Catalogues of many papers, put into the database of a running extension. */
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { type DataScope, withDataLayer } from './data-layer.ts';

// In functions that run in a page of the extension. Firefox has `chrome` too.
declare const chrome: typeof extensionApi;
declare const data: DataScope['data'];

/** Papers that are sent to the browser at once, and make a digest. */
const SENT = 1000;

/**
 * Puts papers into the database and has all indexed; `page` is one of the extension. Returns the
 * milliseconds that the indexing took.
 */
export async function fillCatalogue(page: Page, papers: readonly Paper[]): Promise<number> {
  await withDataLayer(page);
  for (let i = 0; i < papers.length; i += SENT) {
    await page.evaluate(
      async (papers, id) => {
        const { database } = data;
        const paperIds = papers.map((paper) => paper.id);
        await database.transaction('rw', database.papers, database.digests, async () => {
          await database.papers.bulkPut(papers);
          await database.digests.put({ id, name: `words ${id}`, date: null, source: 'file', paperIds });
        });
      },
      papers.slice(i, i + SENT),
      `generated-${i}`,
    );
  }
  const start = performance.now();
  await page.evaluate(() => {
    return chrome.runtime.sendMessage({ type: 'index/ensure', data: { rebuild: true } });
  });
  return performance.now() - start;
}
