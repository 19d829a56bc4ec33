import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * The view in the tab's address, and a function to change it. `viewOf` parses a query string,
 * `searchOf` formats one. `typing`: the new view replaces this one in the tab's history.
 */
export function useAddressedView<View>(
  viewOf: (search: string) => View,
  searchOf: (view: View) => string,
): [View, (change: Partial<View>, typing?: boolean) => void] {
  const [view, setView] = useState(() => viewOf(location.search));
  useEffect(() => {
    const abort = new AbortController();
    window.addEventListener('popstate', () => setView(viewOf(location.search)), { signal: abort.signal });
    return () => abort.abort();
  }, [viewOf]);
  const go = useCallback(
    (change: Partial<View>, typing = false): void => {
      const next = { ...viewOf(location.search), ...change };
      const url = location.pathname + searchOf(next);
      if (typing) history.replaceState(null, '', url);
      else if (url !== location.pathname + location.search) history.pushState(null, '', url);
      setView(next);
    },
    [viewOf, searchOf],
  );
  return [view, go];
}
