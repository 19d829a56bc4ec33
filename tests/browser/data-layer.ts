/** The data layer inside a page of the extension, beside the copy that the page itself has. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

/** The functions of lib/db as a test calls them in a page. */
export type DataLayer = typeof import('./data-layer-entry.ts');

let code: Promise<string> | undefined;

/** Puts the data layer into a page, as `globalThis.data`. The page's policy does not hold for what the driver evaluates. */
export async function withDataLayer(page: Page): Promise<Page> {
  code ??= bundle();
  await page.evaluate(await code);
  return page;
}

/** Type of the global scope of a page that has gone through {@link withDataLayer}. */
export interface DataScope {
  data: DataLayer;
}

async function bundle(): Promise<string> {
  const outcome = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'data-layer-entry.ts'), formats: ['iife'], name: 'data' },
    },
  });
  const [made] = [outcome].flat();
  if (!made || !('output' in made)) throw new Error('the data layer was not bundled');
  return `(() => { ${made.output[0].code}\n globalThis.data = data; })()`;
}
