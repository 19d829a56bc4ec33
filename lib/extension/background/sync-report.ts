/** The sync's report for the settings page: how full it is, and what it does not carry. */
import { browser } from 'wxt/browser';
import { isOurs, readItems } from '../../core/sync/items.ts';
import { pack } from '../../core/sync/pack.ts';
import { papersOf } from '../../db/catalogue.ts';
import { outgoing } from '../../db/sync.ts';
import { readSyncState, type SyncReport } from '../browser/sync-state.ts';

/** Computes the report, which names papers and so is not stored. */
export async function readSyncReport(): Promise<SyncReport> {
  const [stored, state, { entries, titles }] = await Promise.all([
    browser.storage.sync.get(null),
    readSyncState(),
    outgoing(),
  ]);
  const { bytes, rows, left } = pack(entries, titles, readItems(stored));
  const papers = await papersOf(left.map(({ paperId }) => paperId));
  const titled = left.map((each) => ({ ...each, title: papers.get(each.paperId)?.title }));
  return { ...state, bytes, rows, left: titled, isHeld: Object.keys(stored).some(isOurs) };
}

/** Deletes the list from the browser's sync. The list on this machine stays. */
export async function deleteSyncedItems(): Promise<void> {
  const keys = Object.keys(await browser.storage.sync.get(null)).filter(isOurs);
  if (keys.length > 0) await browser.storage.sync.remove(keys);
}
