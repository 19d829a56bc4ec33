import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { SearchSession, type SearchState, type SessionOptions } from '../../lib/core/search/search-session.ts';
import { idle, later } from '../hooks/load-later.ts';
import type { LoadedCatalogue } from './catalogue.ts';
import { requestIndexRebuild } from './index-upkeep.ts';

/** A pause that means that typing has stopped. */
const TYPING_PAUSE_MS = 250;

/** Makes a session for a page: work after the results waits until typing stops. */
export function searchSession(
  options: Pick<SessionOptions, 'limit' | 'isWhole' | 'rows' | 'whenEmpty' | 'isListOnly'>,
  query?: string,
): SearchSession {
  return new SearchSession(
    {
      ...options,
      loadOwnWords: () => later(async () => new (await import('../../lib/core/search/own-words.ts')).OwnWords()),
      onBrokenIndex: requestIndexRebuild,
      pause: () => new Promise((done) => setTimeout(done, TYPING_PAUSE_MS)),
      idle,
    },
    query,
  );
}

/**
 * The state of a session, which searches `catalogue` and `entries`, and is disposed of with the
 * component.
 */
export function useSearch(
  session: SearchSession,
  catalogue: LoadedCatalogue | undefined,
  entries: readonly ReadingListEntry[] | undefined,
): SearchState {
  const [state, setState] = useState(session.state);
  useLayoutEffect(() => {
    setState(session.state);
    return session.subscribe(setState);
  }, [session]);
  useLayoutEffect(() => void session.searchIn(catalogue, entries), [session, catalogue, entries]);
  useEffect(() => () => session.dispose(), [session]);
  return state;
}
