/**
 * How the sync stands, in `storage.local`: for the settings, and for the background, which may be
 * stopped at any time. It names no paper: content scripts can read what is there.
 */
import { browser } from 'wxt/browser';
import { NEVER, type Stamp } from '../../core/model/stamp.ts';
import type { Failure } from '../../core/sync/pace.ts';
import type { Left } from '../../core/sync/pack.ts';
import { listen } from './listen.ts';

const KEY = 'sync';

/** How the sync stands. Times are milliseconds since the Unix epoch, 0 for never. */
export interface SyncState {
  /** When the list and the browser's sync last were known to say the same. */
  syncedAt: number;
  /** The clock of the list then. */
  clock: Stamp;
  /** When the browser's sync was last written by this machine. */
  wroteAt: number;
  /** Nothing is written before. */
  notBefore: number;
  /**
   * What went wrong last; null since it works. `newer`: another machine has a later version of the
   * format.
   */
  problem: { kind: Failure | 'newer'; detail: string } | null;
}

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

const unknown: SyncState = { syncedAt: 0, clock: NEVER, wroteAt: 0, notBefore: 0, problem: null };

/** Reads the state. */
export async function readSyncState(): Promise<SyncState> {
  return { ...unknown, ...((await browser.storage.local.get(KEY))[KEY] as Partial<SyncState> | undefined) };
}

/** Writes what is different now. */
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
