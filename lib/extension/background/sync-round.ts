/** One round of the sync: merges the browser's sync into the list, and writes what it lacks. */
import { browser } from 'wxt/browser';
import { type Incoming, type Items, incomingFrom, readItems } from '../../core/sync/items.ts';
import { failureOf, MIN_WRITE_INTERVAL_MS, waitBeforeWriting } from '../../core/sync/pace.ts';
import { changesTo, pack } from '../../core/sync/pack.ts';
import { messageOf } from '../../db/failures.ts';
import { mergeIncoming, outgoing } from '../../db/sync.ts';
import { readSettings } from '../browser/settings.ts';
import { changeSyncState, readSyncState } from '../browser/sync-state.ts';

/**
 * Entries from items that were overwritten. When two machines write an item at once, the browsers
 * keep one; the other appears only in the change event.
 */
const overwritten: Incoming[] = [];

/** Collects both versions of changed items, for the next round. */
export function collectOverwritten(changes: Record<string, { oldValue?: unknown; newValue?: unknown }>): void {
  for (const which of ['oldValue', 'newValue'] as const) {
    const values = Object.entries(changes).map(([key, change]) => [key, change[which]]);
    overwritten.push(...incomingFrom(readItems(Object.fromEntries(values))));
  }
}

/**
 * Runs one round. Resolves with the milliseconds after which another one is due, because something
 * is still to be written; undefined if nothing is. Errors go into the state.
 */
export async function syncOnce(): Promise<number | undefined> {
  try {
    return await merge();
  } catch (error) {
    const { failure, retry } = failureOf(messageOf(error));
    await changeSyncState({ problem: { kind: failure, detail: messageOf(error) }, notBefore: Date.now() + retry });
    return retry;
  }
}

async function merge(): Promise<number | undefined> {
  const stored = await browser.storage.sync.get(null);
  const found = readItems(stored);
  const taken = overwritten.slice();
  await mergeIncoming([...taken, ...incomingFrom(found)]);
  overwritten.splice(0, taken.length);
  if (found.isNewer) {
    // A newer format must not be touched.
    await changeSyncState({ problem: { kind: 'newer', detail: '' } });
    return undefined;
  }

  const { entries, titles, clock } = await outgoing();
  const changes = changesTo(pack(entries, titles, found).items, stored);
  if (changes) {
    const { wroteAt, notBefore } = await readSyncState();
    const now = Date.now();
    // A clock that was set back must not delay this for days.
    const held = notBefore - now > MIN_WRITE_INTERVAL_MS * 200 ? 0 : Math.max(0, notBefore - now);
    const wait = Math.max(held, waitBeforeWriting(wroteAt, now));
    if (wait > 0) return wait;
    // Meanwhile, the reader may have turned the sync off and deleted the items.
    if (!(await readSettings()).sync) return undefined;
    // Noted first, so that it counts even if the browser stops the background during the write.
    await changeSyncState({ wroteAt: now });
    await write(changes.set, changes.remove);
  }
  await changeSyncState({ syncedAt: Date.now(), clock, notBefore: 0, problem: null });
  return undefined;
}

/** Removes first: otherwise the quota might be exceeded. Everything removed has been merged. */
async function write(set: Items, remove: string[]): Promise<void> {
  if (remove.length > 0) await browser.storage.sync.remove(remove);
  if (Object.keys(set).length > 0) await browser.storage.sync.set(set);
}
