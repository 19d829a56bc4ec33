/**
 * The latest change of the reading list that was made on a web page: a page of the extension that
 * opens next tells of it, with a way to undo it. It is kept in memory until the browser closes, out
 * of reach of content scripts.
 */
import { browser } from 'wxt/browser';

const KEY = 'untold-change';

/** Keeps the number of a change in the journal, in place of an earlier one. */
export async function keepUntold(id: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: id });
}

/** The number that is kept; undefined if there is none. */
export async function untoldChange(): Promise<number | undefined> {
  const id = (await browser.storage.session.get(KEY))[KEY];
  return typeof id === 'number' ? id : undefined;
}

/** Forgets it once it is told. */
export async function forgetUntold(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
