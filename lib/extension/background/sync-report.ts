/** What the settings tell of the sync: how full it is, and what it does not carry. */
import { browser } from 'wxt/browser';
import { isOurs, readItems } from '../../core/sync/items.ts';
import { pack } from '../../core/sync/pack.ts';
import { papersOf } from '../../db/catalogue.ts';
import { outgoing } from '../../db/sync.ts';
import { readSyncState, type SyncReport } from '../browser/sync-state.ts';

/** Works the report out anew: it names papers, and is stored nowhere. */
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

/**
 * Deletes everything of the list that the browser's sync holds. The list on this machine stays as
 * it is.
 */
export async function deleteCarried(): Promise<void> {
  const keys = Object.keys(await browser.storage.sync.get(null)).filter(isOurs);
  if (keys.length > 0) await browser.storage.sync.remove(keys);
}
