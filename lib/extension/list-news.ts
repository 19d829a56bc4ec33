/** Tells a background that may be asleep of changes that a page of the extension makes to the reading list. */
import { clockNow } from '../db/stamping.ts';
import { watch } from '../db/watch.ts';
import { tellListChanged } from './messages.ts';
import { readSettings } from './settings.ts';

/** Tells when this page opens, and of every change from now on, while the list is synced. */
export function tellOfListChanges(): void {
  const answered = async (): Promise<void> => {
    if ((await readSettings()).sync) tellListChanged();
  };
  watch(clockNow, { answered: () => void answered(), failed: () => {} }, new AbortController().signal);
}
