/**
 * The data layer inside a page of the extension, beside the copy that the page itself has. A
 * function that a test runs there awaits what it calls: Firefox's driver does not wait for Dexie's
 * promises.
 */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { bundleForPage } from './bundle.ts';

/** The functions of lib/db as a test calls them in a page. */
export type DataLayer = typeof import('./data-layer-entry.ts');

let code: Promise<string> | undefined;

/**
 * Puts the data layer into a page, as `globalThis.data`. The page's policy does not hold for what
 * the driver evaluates.
 */
export async function withDataLayer(page: Page): Promise<Page> {
  code ??= bundleForPage(resolve(import.meta.dirname, 'data-layer-entry.ts'), 'data');
  await page.evaluate(await code);
  return page;
}

/** Type of the global scope of a page that has gone through {@link withDataLayer}. */
export interface DataScope {
  data: DataLayer;
}
