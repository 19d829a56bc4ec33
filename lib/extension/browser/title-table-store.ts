/**
 * The title table in `storage.local`: content scripts read it there without waking the background.
 */
import { browser } from 'wxt/browser';
import { TitleTable } from '../../core/titles/title-table.ts';
import { listen } from './listen.ts';

const KEY = 'titles';

/** Stores the table's words, as `buildTitleTable` made them: 4/3 characters a byte. */
export async function storeTitleTable(words: Uint32Array): Promise<void> {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  await browser.storage.local.set({ [KEY]: bytes.toBase64() });
}

/**
 * The stored table, or undefined if there is none that can be read. The background rebuilds it at
 * every start of the browser.
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
