/**
 * Questions that are asked again whenever their answer may have changed, from whichever part of the
 * extension.
 */
import { liveQuery } from 'dexie';
import { database } from './database.ts';
import { BlockedError } from './failures.ts';

/** What is told about a watched question. */
export interface Watcher<T> {
  answered(answer: T): void;
  failed(error: unknown): void;
}

/**
 * Asks `question` now and after every change of the tables it reads, until `signal` aborts. The
 * database is opened first: a live query says nothing of one that can't be.
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
 * Older pages close their connection as soon as they are told to; one that is busy may take so
 * long.
 */
const PATIENCE_MS = 4000;

/**
 * Opens the database, also after an attempt that failed: Dexie tries again only when it is told to.
 * Throws if another page keeps it from being upgraded.
 */
export async function openDatabase(): Promise<void> {
  let blocked = (): void => {};
  const patience = new Promise<never>((_, reject) => {
    blocked = () => void setTimeout(() => reject(new BlockedError()), PATIENCE_MS);
  });
  database.on.blocked.subscribe(blocked);
  try {
    await Promise.race([database.open(), patience]);
  } finally {
    database.on.blocked.unsubscribe(blocked);
  }
}
