/**
 * Queries that are repeated whenever their result may have changed, from whichever part of the
 * extension.
 */
import { liveQuery } from 'dexie';
import { database } from './database.ts';
import { BlockedError } from './failures.ts';

/** Receives the results of a watched query. */
export interface Watcher<T> {
  answered(answer: T): void;
  failed(error: unknown): void;
}

/**
 * Runs `question` now and after every change of the tables it reads, until `signal` aborts. The
 * database is opened first, because a live query does not report one that can't be opened.
 */
export function watch<T>(question: () => Promise<T>, watcher: Watcher<T>, signal: AbortSignal): void {
  const failed = (error: unknown): void => {
    if (!signal.aborted) watcher.failed(error);
  };
  const subscribe = (): void => {
    if (signal.aborted) return;
    const subscription = liveQuery(question).subscribe({ next: (answer) => watcher.answered(answer), error: failed });
    signal.addEventListener('abort', () => subscription.unsubscribe());
  };
  openDatabase().then(subscribe, failed);
}

/**
 * Older pages close their connection as soon as they are told to; a busy one may take this long.
 */
const UPGRADE_TIMEOUT_MS = 4000;

/**
 * Opens the database, also after a failed attempt: Dexie tries again only when it is told to.
 * Throws if another page blocks its upgrade.
 */
export async function openDatabase(): Promise<void> {
  let blocked = (): void => {};
  const timeout = new Promise<never>((_, reject) => {
    blocked = () => void setTimeout(() => reject(new BlockedError()), UPGRADE_TIMEOUT_MS);
  });
  database.on.blocked.subscribe(blocked);
  try {
    await Promise.race([database.open(), timeout]);
  } finally {
    database.on.blocked.unsubscribe(blocked);
  }
}
