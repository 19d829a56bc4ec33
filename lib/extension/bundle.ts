/** Brings the bundled digests into the database, and the titles of the catalogue to the pages. */
import { browser } from 'wxt/browser';
import { BUNDLE_PATH, type Bundle } from '../build/bundle.ts';
import { buildTitleTable } from '../core/title-index.ts';
import { allPapers, mergeBundle, mergedBundle } from '../db/catalogue.ts';
import { openDatabase } from '../db/watch.ts';
import { keepIndex } from './index-keeper.ts';
import { bringBackLostList } from './list-copy.ts';
import type { CatalogueAnswer } from './messages.ts';
import { storeTitleTable } from './title-table-store.ts';

let settling: Promise<CatalogueAnswer> | undefined;

/**
 * Has the database hold this version's digests and the pages know their titles. Does nothing when that is so, unless `anew` is set.
 * Calls at the same time share one run. Resolves with the error, in words, if it can't be done.
 */
export function settleCatalogue(anew = false): Promise<CatalogueAnswer> {
  settling ??= merge(anew)
    .then((): CatalogueAnswer => ({ ok: true }))
    .catch(
      (error: unknown): CatalogueAnswer => ({
        ok: false,
        error: error instanceof Error ? error.message : String(error),
      }),
    )
    .finally(() => {
      settling = undefined;
    });
  return settling;
}

async function merge(anew: boolean): Promise<void> {
  // What kept it from being opened before may be over.
  await openDatabase();
  const merged = await mergedBundle();
  if (merged === undefined) await bringBackLostList();
  else if (!anew) return;
  const response = await fetch(browser.runtime.getURL(`/${BUNDLE_PATH}`));
  const { catalogue, fingerprint } = (await response.json()) as Bundle;
  if (merged !== fingerprint) await mergeBundle(catalogue, fingerprint);
  void keepIndex();
  await storeTitleTable(buildTitleTable(await allPapers()));
}
