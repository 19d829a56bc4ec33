/**
 * Syncs the reading list between the reader's machines by the browser's own sync, while the setting
 * is on: when items change, when the list changes, and whenever the background starts with
 * unwritten changes.
 */
import { browser } from 'wxt/browser';
import { MAX_WRITE_JITTER_MS, MIN_WRITE_INTERVAL_MS, WRITE_DEBOUNCE_MS } from '../../core/sync/pace.ts';
import { clockNow } from '../../db/local-clock.ts';
import { openDatabase, watch } from '../../db/watch.ts';
import { logError } from '../browser/error-log.ts';
import { listen } from '../browser/listen.ts';
import { readSettings, watchSettings } from '../browser/settings.ts';
import { changeSyncState, readSyncState } from '../browser/sync-state.ts';
import { collectOverwritten, syncOnce } from './sync-round.ts';

/** A background that starts this long after the last sync checks whether it has missed changes. */
const RECHECK_AFTER_MS = 600_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let due = Number.POSITIVE_INFINITY;
let running: Promise<number | undefined> | undefined;
let watching: AbortController | undefined;

/**
 * Syncs the list whenever needed. Call once, before anything is awaited: the browser starts the
 * background for these events.
 */
export function followSync(): void {
  const always = new AbortController().signal;
  listen(browser.storage.sync.onChanged, (changes) => void onItemsChanged(changes), always);
  watchSettings(({ sync }, before) => {
    if (sync === before.sync) return;
    if (sync) void start(true);
    else stop();
  }, always);
  listen(browser.runtime.onStartup, () => void start(true), always);
  void start(false);
}

/**
 * Syncs at once, waiting only for the browser's own limits. Resolves when the state has the
 * outcome.
 */
export async function syncNow(): Promise<void> {
  if (!(await readSettings()).sync) return;
  await changeSyncState({ notBefore: 0 });
  const wait = await run();
  if (wait === undefined || wait > MIN_WRITE_INTERVAL_MS) return;
  await new Promise((done) => setTimeout(done, wait));
  await run();
}

/** Call when another part of the extension has changed the list. */
export function listChanged(): void {
  void start(false);
}

async function onItemsChanged(changes: Parameters<typeof collectOverwritten>[0]): Promise<void> {
  if (!(await readSettings()).sync) return;
  collectOverwritten(changes);
  schedule(0);
}

/** Watches the list, and syncs now if asked to or overdue. */
async function start(isAsked: boolean): Promise<void> {
  if (!(await readSettings()).sync) return;
  const { syncedAt, clock } = await readSyncState();
  await hideFromContentScripts();
  await openDatabase();
  if (!watching) {
    watching = new AbortController();
    watch(
      clockNow,
      { answered: (now) => void check(now), failed: (error) => void logError('background', error) },
      watching.signal,
    );
  }
  const isOverdue = Math.abs(Date.now() - syncedAt) > RECHECK_AFTER_MS;
  if (isAsked || isOverdue) schedule(0);
  else if ((await clockNow()) !== clock) schedule(WRITE_DEBOUNCE_MS);
}

async function check(now: string): Promise<void> {
  if (now !== (await readSyncState()).clock) schedule(WRITE_DEBOUNCE_MS);
}

function stop(): void {
  watching?.abort();
  watching = undefined;
  clearTimeout(timer);
  due = Number.POSITIVE_INFINITY;
}

/** Schedules a round in `wait` milliseconds, unless one is due earlier. */
function schedule(wait: number): void {
  const at = Date.now() + wait;
  if (at >= due) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => void run(), wait);
}

/** Runs one round at a time: a call during a round waits for it. */
async function run(): Promise<number | undefined> {
  clearTimeout(timer);
  due = Number.POSITIVE_INFINITY;
  const before = running;
  const mine = (async () => {
    await before;
    return (await readSettings()).sync ? syncOnce() : undefined;
  })();
  running = mine;
  const wait = await mine;
  if (wait !== undefined) schedule(wait + Math.random() * MAX_WRITE_JITTER_MS);
  return wait;
}

/** Keeps content scripts from reading the items, which Chromium allows by default. */
async function hideFromContentScripts(): Promise<void> {
  const area = browser.storage.sync as { setAccessLevel?(options: { accessLevel: string }): Promise<void> };
  // A browser that refuses still syncs.
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
}
