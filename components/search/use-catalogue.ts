import { useEffect, useState } from 'preact/hooks';
import { later } from '../hooks/load-later.ts';
import type { CatalogueState, PreloadedCatalogue } from './catalogue.ts';

const loadFollowing = () => import('./follow-catalogue.ts');

/**
 * The catalogue, merged first where that has not happened yet, and kept up to date. A change of
 * `attempt` tries again. `preloaded` is what was read before the database was opened, where
 * anything was.
 */
export function useCatalogue(attempt: number, preloaded?: PreloadedCatalogue): CatalogueState {
  const [state, setState] = useState<CatalogueState>(
    preloaded ? { state: 'ready', catalogue: preloaded } : { state: 'opening' },
  );
  useEffect(() => {
    const abort = new AbortController();
    const report = (state: CatalogueState): void => {
      if (!abort.signal.aborted) setState(state);
    };
    // After a failure what was read before is of no use any more.
    if (attempt > 0 || !preloaded) report({ state: 'opening' });
    void later(loadFollowing).then(({ followCatalogue }) =>
      followCatalogue(attempt === 0 ? preloaded : undefined, report, abort.signal),
    );
    return () => abort.abort();
  }, [attempt, preloaded]);
  return state;
}
