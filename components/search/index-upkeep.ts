/** What a page asks of the background when the search index is not as it should be. */
import { send } from '../../lib/extension/browser/send.ts';

let isRebuildRequested = false;

/**
 * Asks for papers to be added to the index that it doesn't have yet, or for an index where there is
 * none.
 */
export function requestIndexUpdate(): void {
  void send('index/ensure', { rebuild: false });
}

/**
 * Asks for a rebuild of a corrupt index; at most once per page, so that a rebuild that does not
 * help cannot loop.
 */
export function requestIndexRebuild(): void {
  if (isRebuildRequested) return;
  isRebuildRequested = true;
  void send('index/ensure', { rebuild: true });
}
