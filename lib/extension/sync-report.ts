/** What the settings tell of the sync: how full it is, and what it does not carry. */
import { browser } from 'wxt/browser';
import { isOurs, readItems } from '../core/sync/items.ts';
import { type Left, pack } from '../core/sync/pack.ts';
import { papersOf } from '../db/catalogue.ts';
import { outgoing } from '../db/sync.ts';
import { readSyncState, type SyncState } from './sync-state.ts';

/** How the sync stands, and what it would carry if it were on. */
export interface SyncReport extends SyncState {
  /** Bytes of all items as they should be. */
  bytes: number;
  /** Papers whose place on the list, or off it, is carried. */
  rows: number;
  /** What is not carried, with the papers' titles where they are known. */
  left: (Left & { title: string | undefined })[];
  /** Whether the browser's sync holds anything of the list. */
  isHeld: boolean;
}

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

/** Deletes everything of the list that the browser's sync holds. The list on this machine stays as it is. */
export async function deleteCarried(): Promise<void> {
  const keys = Object.keys(await browser.storage.sync.get(null)).filter(isOurs);
  if (keys.length > 0) await browser.storage.sync.remove(keys);
}
