import { useEffect, useState } from 'preact/hooks';
import { later } from '../hooks/load-later.ts';
import type { CatalogueState, PreloadedCatalogue } from './catalogue.ts';

const loadFollowing = () => import('./follow-catalogue.ts');

/**
 * The catalogue, kept up to date, after merging the bundled digests if needed. A change of
 * `attempt` tries again. `preloaded` is what was read before the database was opened, if anything.
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
    // After a failure, preloaded data are not used.
    if (attempt > 0 || !preloaded) report({ state: 'opening' });
    void later(loadFollowing).then(({ followCatalogue }) =>
      followCatalogue(attempt === 0 ? preloaded : undefined, report, abort.signal),
    );
    return () => abort.abort();
  }, [attempt, preloaded]);
  return state;
}
