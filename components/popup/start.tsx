/** Starts the popup over the last view. */
import { render } from 'preact';
import type { QuickRead } from '../../lib/db/quick-read.ts';
import { onlyReadable } from '../../lib/db/readable-rows.ts';
import { logUnexpected } from '../../lib/extension/browser/unexpected.ts';
import { holdDeferred, releaseDeferred } from '../hooks/load-later.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { loadRest } from './load-rest.ts';
import { replayEarlyInput } from './opening/early-input.ts';
import { loadInitialState } from './opening/initial-state.ts';
import { keepUnless } from './opening/page-memory.ts';
import { Popup } from './popup.tsx';

/**
 * Renders into `root` over its content: elements that are the same stay, above all the search box
 * with what was typed.
 */
export async function startPopup(
  root: HTMLElement,
  namedTab: number | undefined,
  reading: Promise<QuickRead | undefined>,
  place: 'popup' | 'side-panel',
): Promise<void> {
  const surface = place === 'popup' ? place : 'side panel';
  logUnexpected(surface);
  holdDeferred();
  void loadRest().then(({ announceChanges, isPrivateWindow }) => {
    announceChanges();
    return isPrivateWindow().then(keepUnless);
  });
  const read = await reading;
  const initial = await loadInitialState(root, read && onlyReadable(read));
  render(
    <ErrorBoundary place={surface}>
      <Popup namedTab={namedTab} initial={initial} place={place} />
    </ErrorBoundary>,
    root,
  );
  replayEarlyInput();
  if (!initial.catalogue?.store.index) releaseDeferred();
}
