/**
 * Keeps the reading list the same on the reader's machines, by the browser's own sync, while the
 * setting is on. It acts when the items there change, when the list changes, and whenever the
 * background wakes to a list that was not written yet.
 */
import { browser } from 'wxt/browser';
import { SPREAD, WRITING_GAP_MS, WRITING_PAUSE_MS } from '../../core/sync/pace.ts';
import { clockNow } from '../../db/local-clock.ts';
import { openDatabase, watch } from '../../db/watch.ts';
import { logError } from '../browser/error-log.ts';
import { listen } from '../browser/listen.ts';
import { readSettings, watchSettings } from '../browser/settings.ts';
import { changeSyncState, readSyncState } from '../browser/sync-state.ts';
import { hear, syncOnce } from './sync-round.ts';

/**
 * Milliseconds after which the background, when something wakes it, looks whether it was told of
 * all changes.
 */
const LONG_AGO = 600_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let due = Number.POSITIVE_INFINITY;
let running: Promise<number | undefined> | undefined;
let watching: AbortController | undefined;

/**
 * Has the list synced whenever it should be. Call once, before anything is awaited: the browser
 * wakes the background for it.
 */
export function followSync(): void {
  const always = new AbortController().signal;
  listen(browser.storage.sync.onChanged, (changes) => void heed(changes), always);
  watchSettings(({ sync }, before) => {
    if (sync === before.sync) return;
    if (sync) void start(true);
    else stop();
  }, always);
  listen(browser.runtime.onStartup, () => void start(true), always);
  void start(false);
}

/**
 * Syncs at once, whatever there is to wait for but the browser's own limits. Resolves when the
 * state says how it went.
 */
export async function syncNow(): Promise<void> {
  if (!(await readSettings()).sync) return;
  await changeSyncState({ notBefore: 0 });
  const wait = await run();
  if (wait === undefined || wait > WRITING_GAP_MS) return;
  await new Promise((done) => setTimeout(done, wait));
  await run();
}

/** Another part of the extension has changed the list. */
export function listChanged(): void {
  void start(false);
}

async function heed(changes: Parameters<typeof hear>[0]): Promise<void> {
  if (!(await readSettings()).sync) return;
  hear(changes);
  soon(0);
}

/** Watches the list, and syncs now if that was asked for or is overdue. */
async function start(isAsked: boolean): Promise<void> {
  if (!(await readSettings()).sync) return;
  const { syncedAt, clock } = await readSyncState();
  await keepFromContentScripts();
  await openDatabase();
  if (!watching) {
    watching = new AbortController();
    watch(
      clockNow,
      { answered: (now) => void check(now), failed: (error) => void logError('background', error) },
      watching.signal,
    );
  }
  const isLongAgo = Math.abs(Date.now() - syncedAt) > LONG_AGO;
  if (isAsked || isLongAgo) soon(0);
  else if ((await clockNow()) !== clock) soon(WRITING_PAUSE_MS);
}

async function check(now: string): Promise<void> {
  if (now !== (await readSyncState()).clock) soon(WRITING_PAUSE_MS);
}

function stop(): void {
  watching?.abort();
  watching = undefined;
  clearTimeout(timer);
  due = Number.POSITIVE_INFINITY;
}

/** Has a round begin after so many milliseconds, unless one will begin before. */
function soon(wait: number): void {
  const at = Date.now() + wait;
  if (at >= due) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => void run(), wait);
}

/** One round at a time. A round that is asked for while another is on its way begins after it. */
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
  if (wait !== undefined) soon(wait + Math.random() * SPREAD);
  return wait;
}

/** Chromium would let content scripts read the items; none of them does. */
async function keepFromContentScripts(): Promise<void> {
  const area = browser.storage.sync as { setAccessLevel?(options: { accessLevel: string }): Promise<void> };
  // A browser that refuses still syncs.
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
}
