/** Catalogues of many papers, put into the database of a running extension. */
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { Paper } from '../../lib/core/paper.ts';

/** Papers that are sent to the browser at once, and make a digest. */
const SENT = 1000;

/** Puts papers into the database and has all indexed; `page` is one of the extension. Returns the milliseconds that the indexing took. */
export async function fillCatalogue(page: Page, papers: readonly Paper[]): Promise<number> {
  for (let i = 0; i < papers.length; i += SENT) await page.evaluate(put, papers.slice(i, i + SENT), `generated-${i}`);
  const start = performance.now();
  await page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof extensionApi | undefined>;
    return (browser ?? chrome)?.runtime.sendMessage({ type: 'popup/ensure-index', anew: true });
  });
  return performance.now() - start;
}

/** Runs in a page of the extension. */
async function put(papers: Paper[], id: string): Promise<void> {
  const opened = indexedDB.open('paperlight');
  await new Promise((done) => {
    opened.onsuccess = done;
  });
  const transaction = opened.result.transaction(['papers', 'digests'], 'readwrite');
  for (const paper of papers) transaction.objectStore('papers').put(paper);
  const digest = { id, name: `words ${id}`, date: null, source: 'file', paperIds: papers.map((paper) => paper.id) };
  transaction.objectStore('digests').put(digest);
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = failed;
  });
  opened.result.close();
}
