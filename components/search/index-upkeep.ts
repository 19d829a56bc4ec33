/** Requests to the background to update or rebuild the search index. */
import { send } from '../../lib/extension/browser/send.ts';

let isRebuildRequested = false;

/** Asks for missing papers to be added to the index, or for an index if there is none. */
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
