/**
 * Announces an extension page's changes of list and catalogue to the background, which may be
 * suspended.
 */
import { latestChange } from '../../db/change-log.ts';
import { forgottenRevision } from '../../db/learned.ts';
import { clockNow } from '../../db/local-clock.ts';
import { watch } from '../../db/watch.ts';
import { send } from './send.ts';

/** Announces once as this page opens, and after every change. */
export function announceChanges(): void {
  const state = () => Promise.all([clockNow(), latestChange(), forgottenRevision()]);
  // Errors of the database are reported by the views that read it.
  watch(state, { answered: () => void send('data/changed'), failed: () => {} }, new AbortController().signal);
}
