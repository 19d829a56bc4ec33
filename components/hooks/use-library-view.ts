import { useCallback, useEffect, useState } from 'preact/hooks';
import { type LibraryView, searchOf, viewOf } from '../../lib/extension/library-view.ts';

/** The view that the address names, and a way to another one. `typing`: it takes the place of this one in the tab's history. */
export function useLibraryView(): [LibraryView, (change: Partial<LibraryView>, typing?: boolean) => void] {
  const [view, setView] = useState(() => viewOf(location.search));
  useEffect(() => {
    const abort = new AbortController();
    window.addEventListener('popstate', () => setView(viewOf(location.search)), { signal: abort.signal });
    return () => abort.abort();
  }, []);
  const go = useCallback((change: Partial<LibraryView>, typing = false): void => {
    const next = { ...viewOf(location.search), ...change };
    const url = location.pathname + searchOf(next);
    if (typing) history.replaceState(null, '', url);
    else if (url !== location.pathname + location.search) history.pushState(null, '', url);
    setView(next);
  }, []);
  return [view, go];
}
