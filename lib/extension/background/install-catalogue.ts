/** Installs the bundled digests in the database. */
import { browser } from 'wxt/browser';
import { BUNDLE_PATH, type Bundle } from '../../bundling/bundle.ts';
import { mergedBundle } from '../../db/catalogue.ts';
import { mergeBundle } from '../../db/merge-bundle.ts';
import { openDatabase } from '../../db/watch.ts';
import { restoreLostList } from '../browser/list-mirror.ts';

let running: Promise<void> | undefined;

/**
 * Puts this version's digests into the database, unless they are there. Calls during a run share
 * it. Rejects on failure.
 */
export function ensureCatalogue(): Promise<void> {
  running ??= install().finally(() => {
    running = undefined;
  });
  return running;
}

async function install(): Promise<void> {
  // Tries again if opening failed before.
  await openDatabase();
  const merged = await mergedBundle();
  // The build defines the fingerprint, so that the digests are read only if they must be merged.
  if (merged === import.meta.env.BUNDLE_FINGERPRINT) return;
  if (merged === undefined) await restoreLostList();
  const response = await fetch(browser.runtime.getURL(`/${BUNDLE_PATH}`));
  const { catalogue, fingerprint } = (await response.json()) as Bundle;
  await mergeBundle(catalogue, fingerprint);
}
