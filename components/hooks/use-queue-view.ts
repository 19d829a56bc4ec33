import { useCallback, useEffect, useState } from 'preact/hooks';
import { type QueueView, queueSearchOf, queueViewOf } from '../../lib/extension/queue-view.ts';

/** The view of the reading list that the address names, and a way to another one. */
export function useQueueView(): [QueueView, (change: Partial<QueueView>) => void] {
  const [view, setView] = useState(() => queueViewOf(location.search));
  useEffect(() => {
    const abort = new AbortController();
    window.addEventListener('popstate', () => setView(queueViewOf(location.search)), { signal: abort.signal });
    return () => abort.abort();
  }, []);
  const go = useCallback((change: Partial<QueueView>): void => {
    const next = { ...queueViewOf(location.search), ...change };
    const url = location.pathname + queueSearchOf(next);
    if (url !== location.pathname + location.search) history.pushState(null, '', url);
    setView(next);
  }, []);
  return [view, go];
}
