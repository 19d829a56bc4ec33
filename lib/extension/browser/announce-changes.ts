/**
 * Wakes a background that may be asleep for the changes that a page of the extension makes to list
 * and catalogue.
 */
import { latestChange } from '../../db/change-log.ts';
import { forgottenState } from '../../db/learned.ts';
import { clockNow } from '../../db/local-clock.ts';
import { watch } from '../../db/watch.ts';
import { send } from './send.ts';

/** Tells the background once as this page opens, and of every change from then on. */
export function announceChanges(): void {
  const state = () => Promise.all([clockNow(), latestChange(), forgottenState()]);
  // That the database can't be read is said by those who show what is in it.
  watch(state, { answered: () => void send('data/changed'), failed: () => {} }, new AbortController().signal);
}
