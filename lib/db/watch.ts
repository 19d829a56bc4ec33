/** Questions that are asked again whenever their answer may have changed, from whichever part of the extension. */
import { liveQuery } from 'dexie';
import { database } from './database.ts';

/** What is told about a watched question. */
export interface Watcher<T> {
  answered(answer: T): void;
  failed(error: unknown): void;
}

/** Asks `question` now and after every change of the tables it reads, until `signal` aborts. */
export function watch<T>(question: () => Promise<T>, watcher: Watcher<T>, signal: AbortSignal): void {
  const subscription = liveQuery(question).subscribe({
    next: (answer) => watcher.answered(answer),
    error: (error) => watcher.failed(error),
  });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}

/** Opens the database, also after an attempt that failed: Dexie tries again only when it is told to. */
export async function openDatabase(): Promise<void> {
  await database.open();
}
