/**
 * The title table in `storage.local`, where content scripts read it without waking the background.
 */
import { browser } from 'wxt/browser';
import { TitleTable } from '../../core/titles/title-table.ts';
import { listen } from './listen.ts';

const KEY = 'titles';

/** Stores the words of `buildTitleTable` in Base64. */
export async function storeTitleTable(words: Uint32Array): Promise<void> {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  await browser.storage.local.set({ [KEY]: bytes.toBase64() });
}

/**
 * The stored table; undefined if there is none or it can't be read. The background rebuilds it
 * whenever the browser starts.
 */
export async function readTitleTable(): Promise<TitleTable | undefined> {
  return decode((await browser.storage.local.get(KEY))[KEY]);
}

/** Calls `listener` with the table after each change until `signal` aborts. */
export function watchTitleTable(listener: (table: TitleTable | undefined) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[KEY]) listener(decode(changes[KEY].newValue));
  };
  listen(browser.storage.local.onChanged, onChanged, signal);
}

function decode(stored: unknown): TitleTable | undefined {
  if (typeof stored !== 'string') return undefined;
  try {
    return new TitleTable(new Uint32Array(Uint8Array.fromBase64(stored).buffer));
  } catch {
    return undefined;
  }
}
