/**
 * The state of the sync, in `storage.local`: for the settings page, and for the background, which
 * may be stopped at any time. It names no paper, because content scripts can read it.
 */
import { browser } from 'wxt/browser';
import { NEVER, type Stamp } from '../../core/model/stamp.ts';
import type { Failure } from '../../core/sync/pace.ts';
import type { Omission } from '../../core/sync/pack.ts';
import { listen } from './listen.ts';

const KEY = 'sync';

/** The state of the sync. Times are milliseconds since the Unix epoch, 0 for never. */
export interface SyncState {
  /** When the list and the browser's sync last agreed. */
  syncedAt: number;
  /** The list's clock at that time. */
  clock: Stamp;
  /** When this machine last wrote to the browser's sync. */
  wroteAt: number;
  /** The earliest time for the next write. */
  notBefore: number;
  /**
   * What went wrong last; null after a success. `newer`: another machine uses a later version of
   * the format.
   */
  problem: { kind: Failure | 'newer'; detail: string } | null;
}

/** The state of the sync, and what it carries, or would if it were on. */
export interface SyncReport extends SyncState {
  /** Bytes that all items take. */
  bytes: number;
  /** The number of papers whose entries, or removals, are carried. */
  rows: number;
  /** What is not carried, with the papers' titles if known. */
  left: (Omission & { title: string | undefined })[];
  /** Whether the browser's sync has any of the list. */
  isHeld: boolean;
}

const initialState: SyncState = { syncedAt: 0, clock: NEVER, wroteAt: 0, notBefore: 0, problem: null };

/** Reads the state. */
export async function readSyncState(): Promise<SyncState> {
  return { ...initialState, ...((await browser.storage.local.get(KEY))[KEY] as Partial<SyncState> | undefined) };
}

/** Writes the changed fields and leaves the others. */
export async function changeSyncState(change: Partial<SyncState>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSyncState()), ...change } });
}

/** Calls `listener` after each change of the state, until `signal` aborts. */
export function watchSyncState(listener: () => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (KEY in changes) listener();
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}
