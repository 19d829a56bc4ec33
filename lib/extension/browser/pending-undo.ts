/**
 * The latest change of the reading list from a web page. The extension page that opens next reports
 * it and offers to undo it. Kept in memory until the browser closes, out of reach of content
 * scripts.
 */
import { browser } from 'wxt/browser';

const KEY = 'untold-change';

/** Saves the journal id of a change, in place of an earlier one. */
export async function savePendingUndo(id: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: id });
}

/** The saved id; undefined if there is none. */
export async function pendingUndo(): Promise<number | undefined> {
  const id = (await browser.storage.session.get(KEY))[KEY];
  return typeof id === 'number' ? id : undefined;
}

/** Clears it, once it was offered. */
export async function clearPendingUndo(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
