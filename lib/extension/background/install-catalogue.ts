/** Brings the bundled digests into the database. */
import { browser } from 'wxt/browser';
import { BUNDLE_PATH, type Bundle } from '../../bundling/bundle.ts';
import { mergedBundle } from '../../db/catalogue.ts';
import { mergeBundle } from '../../db/merge-bundle.ts';
import { openDatabase } from '../../db/watch.ts';
import { bringBackLostList } from '../browser/list-mirror.ts';

let running: Promise<void> | undefined;

/**
 * Puts this version's digests into the database, unless they are there. Calls during a run share
 * it. Rejects if it can't be done.
 */
export function ensureCatalogue(): Promise<void> {
  running ??= install().finally(() => {
    running = undefined;
  });
  return running;
}

async function install(): Promise<void> {
  // What kept it from opening before may be over.
  await openDatabase();
  const merged = await mergedBundle();
  // Known from the build, so that the digests themselves are read only when they have to be merged.
  if (merged === import.meta.env.BUNDLE_FINGERPRINT) return;
  if (merged === undefined) await bringBackLostList();
  const response = await fetch(browser.runtime.getURL(`/${BUNDLE_PATH}`));
  const { catalogue, fingerprint } = (await response.json()) as Bundle;
  await mergeBundle(catalogue, fingerprint);
}
