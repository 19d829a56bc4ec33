import { useEffect, useState } from 'preact/hooks';
import type { CurrentPage } from './current-page.ts';
import { loadRest } from './load-rest.ts';

/**
 * The page in the tab `named`, or else in the current tab, kept up to date when another page is
 * loaded in it. `follows`: also when another tab becomes active.
 */
export function useCurrentPage(named: number | undefined, follows: boolean): CurrentPage {
  const [page, setPage] = useState<CurrentPage>({
    state: 'connecting',
    site: null,
    isWithheld: false,
    mentions: [],
    isAsked: false,
    reveal: () => {},
    ask: () => {},
  });
  useEffect(() => {
    const abort = new AbortController();
    const report = (change: Partial<CurrentPage>): void => {
      if (!abort.signal.aborted) setPage((before) => ({ ...before, ...change }));
    };
    loadRest()
      .then(({ followCurrentPage }) => followCurrentPage(named, follows, report, abort.signal))
      .catch(() => report({ state: 'unreadable' }));
    return () => abort.abort();
  }, [named, follows]);
  return page;
}
