/** The browser's sync as the extension sees it, and what the extension's database says beside it. */
import type { Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { ReadingListEntry } from '../../lib/core/paper.ts';
import type { Items } from '../../lib/core/sync/items.ts';
import type { Part } from './driver.ts';

/** What a part of the extension has in its global scope; Firefox has `browser`. */
interface ExtensionScope {
  browser?: typeof extensionApi;
  chrome: typeof extensionApi;
}

/** Anything that code of the extension runs in: its background, or a page of it. */
type Anywhere = Part | Page;

/** Pages run functions in the same way, under a type of puppeteer's own. */
const partOf = (part: Anywhere): Part => part as unknown as Part;

/** All items. */
export function itemsOf(part: Anywhere): Promise<Items> {
  return partOf(part).evaluate(() => {
    const { browser, chrome } = globalThis as unknown as ExtensionScope;
    return (browser ?? chrome).storage.sync.get(null);
  });
}

/** Puts items as another machine of the reader does, and removes those that are undefined. Throws what the browser says. */
export async function putItems(part: Anywhere, items: Items): Promise<void> {
  const removed = Object.keys(items).filter((key) => items[key] === undefined);
  const kept = Object.fromEntries(Object.entries(items).filter(([, value]) => value !== undefined));
  await partOf(part).evaluate(
    async (set, remove) => {
      const { browser, chrome } = globalThis as unknown as ExtensionScope;
      if (remove.length > 0) await (browser ?? chrome).storage.sync.remove(remove);
      if (Object.keys(set).length > 0) await (browser ?? chrome).storage.sync.set(set);
    },
    kept,
    removed,
  );
}

/** Has one browser's sync hold what the other's does, as the browsers' makers do between machines. */
export async function carryItems(from: Anywhere, to: Anywhere): Promise<void> {
  const [source, target] = [await itemsOf(from), await itemsOf(to)];
  const different: Items = {};
  for (const key of new Set([...Object.keys(source), ...Object.keys(target)])) {
    if (JSON.stringify(source[key]) !== JSON.stringify(target[key])) different[key] = source[key];
  }
  await putItems(to, different);
}

/** Bytes of the items as the browser counts them. */
export function bytesInUse(part: Anywhere): Promise<number> {
  return partOf(part).evaluate(() => {
    const { browser, chrome } = globalThis as unknown as ExtensionScope;
    return (browser ?? chrome).storage.sync.getBytesInUse(null);
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

/** Writes entries and the clock into the database, as if the list had been changed while nobody listened. */
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
