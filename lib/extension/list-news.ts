/** Tells a background that may be asleep of changes that a page of the extension makes to the reading list. */
import { clockNow } from '../db/stamping.ts';
import { watch } from '../db/watch.ts';
import { tellListChanged } from './messages.ts';

/** Tells when this page opens, and of every change from now on. */
export function tellOfListChanges(): void {
  watch(clockNow, { answered: tellListChanged, failed: () => {} }, new AbortController().signal);
}
