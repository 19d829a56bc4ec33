/**
 * One round of the sync: what the browser's sync has is merged into the list, and what it lacks is
 * written.
 */
import { browser } from 'wxt/browser';
import { type Incoming, type Items, incomingFrom, readItems } from '../../core/sync/items.ts';
import { failureOf, WRITING_GAP_MS, waitBeforeWriting } from '../../core/sync/pace.ts';
import { changesTo, pack } from '../../core/sync/pack.ts';
import { messageOf } from '../../db/failures.ts';
import { mergeIncoming, outgoing } from '../../db/sync.ts';
import { readSettings } from '../browser/settings.ts';
import { changeSyncState, readSyncState } from '../browser/sync-state.ts';

/**
 * Entries out of items that were written over. Of two machines that write an item at once the
 * browsers keep one; the other's is told with the change, and nowhere else, should that machine
 * never come back.
 */
const heard: Incoming[] = [];

/** Keeps what a change of items says, for the next round. */
export function hear(changes: Record<string, { oldValue?: unknown; newValue?: unknown }>): void {
  for (const which of ['oldValue', 'newValue'] as const) {
    const values = Object.entries(changes).map(([key, change]) => [key, change[which]]);
    heard.push(...incomingFrom(readItems(Object.fromEntries(values))));
  }
}

/**
 * Does one round. Resolves with the milliseconds after which another one is due, because something
 * has still to be written; undefined if nothing has. What goes wrong is in the state then.
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
  const taken = heard.slice();
  await mergeIncoming([...taken, ...incomingFrom(found)]);
  heard.splice(0, taken.length);
  if (found.isNewer) {
    // Its writer may count and place things otherwise: nothing of it is touched.
    await changeSyncState({ problem: { kind: 'newer', detail: '' } });
    return undefined;
  }

  const { entries, titles, clock } = await outgoing();
  const changes = changesTo(pack(entries, titles, found).items, stored);
  if (changes) {
    const { wroteAt, notBefore } = await readSyncState();
    const now = Date.now();
    // A clock that was put back must not make this wait for days.
    const held = notBefore - now > WRITING_GAP_MS * 200 ? 0 : Math.max(0, notBefore - now);
    const wait = Math.max(held, waitBeforeWriting(wroteAt, now));
    if (wait > 0) return wait;
    // The reader may have turned it off, and had the items deleted, meanwhile.
    if (!(await readSettings()).sync) return undefined;
    // Noted before, so that it counts even if the browser stops the background in between.
    await changeSyncState({ wroteAt: now });
    await write(changes.set, changes.remove);
  }
  await changeSyncState({ syncedAt: Date.now(), clock, notBefore: 0, problem: null });
  return undefined;
}

/**
 * Removes first: both together may take more than there is. Everything that is removed has been
 * merged.
 */
async function write(set: Items, remove: string[]): Promise<void> {
  if (remove.length > 0) await browser.storage.sync.remove(remove);
  if (Object.keys(set).length > 0) await browser.storage.sync.set(set);
}
