/**
 * The browser's sync as the extension sees it, and what the extension's database says beside it.
 */
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import type { Items } from '../../../lib/core/sync/items.ts';
import type { Part } from '../driver/driver.ts';

// In functions that run inside the extension. Firefox has it too.
declare const chrome: typeof extensionApi;

/** Anything that code of the extension runs in: its background, or a page of it. */
type Anywhere = Part | Page;

/** Pages run functions in the same way, under a type of puppeteer's own. */
const partOf = (part: Anywhere): Part => part as unknown as Part;

/** All items. */
export function itemsOf(part: Anywhere): Promise<Items> {
  return partOf(part).evaluate(() => {
    return chrome.storage.sync.get(null);
  });
}

/**
 * Puts items as another machine of the reader does, and removes those that are undefined. Throws
 * what the browser says.
 */
export async function putItems(part: Anywhere, items: Items): Promise<void> {
  const removed = Object.keys(items).filter((key) => items[key] === undefined);
  const kept = Object.fromEntries(Object.entries(items).filter(([, value]) => value !== undefined));
  await partOf(part).evaluate(
    async (set, remove) => {
      if (remove.length > 0) await chrome.storage.sync.remove(remove);
      if (Object.keys(set).length > 0) await chrome.storage.sync.set(set);
    },
    kept,
    removed,
  );
}

/**
 * Has one browser's sync hold what the other's does, as the browsers' makers do between machines.
 */
export async function carryItems(from: Anywhere, to: Anywhere): Promise<void> {
  const [source, target] = [await itemsOf(from), await itemsOf(to)];
  const different: Items = {};
  for (const key of new Set([...Object.keys(source), ...Object.keys(target)])) {
    if (JSON.stringify(source[key]) !== JSON.stringify(target[key])) different[key] = source[key];
  }
  await putItems(to, different);
}

/**
 * Lets a machine write at once: as if it had not written for long, so that it does not wait for
 * what the browser allows.
 */
export async function allowWriting(part: Anywhere): Promise<void> {
  await partOf(part).evaluate(async () => {
    const { local } = chrome.storage;
    const { sync } = (await local.get('sync')) as { sync?: object };
    await local.set({ sync: { ...sync, wroteAt: 0 } });
  });
}

/** Has a machine sync, asked from a page of it, and resolves when it has. */
export async function syncNow(page: Page): Promise<void> {
  await allowWriting(page);
  const answer = await page.evaluate(() => {
    return chrome.runtime.sendMessage({ type: 'sync/now' });
  });
  if (!answer.ok) throw new Error(answer.error);
}

/** Bytes of the items as the browser counts them. */
export function bytesInUse(part: Anywhere): Promise<number> {
  return partOf(part).evaluate(() => {
    return chrome.storage.sync.getBytesInUse(null);
  });
}

/** Every entry in the database, tombstones too. */
export function entriesOf(part: Anywhere): Promise<ReadingListEntry[]> {
  return partOf(part).evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('paperlight');
      request.onsuccess = () => resolve(request.result);
    });
    const entries = await new Promise<ReadingListEntry[]>((resolve) => {
      const request = database.transaction('readingList').objectStore('readingList').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return entries;
  });
}

/**
 * Writes entries and the clock into the database, as if the list had been changed while nobody
 * listened.
 */
export async function putEntries(part: Anywhere, entries: ReadingListEntry[], clock: string): Promise<void> {
  await partOf(part).evaluate(
    async (all, value) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('paperlight');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(['readingList', 'meta'], 'readwrite');
      for (const entry of all) transaction.objectStore('readingList').put(entry);
      transaction.objectStore('meta').put({ key: 'clock', value });
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
    },
    entries,
    clock,
  );
}
