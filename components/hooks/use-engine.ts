import { useEffect, useMemo, useState } from 'preact/hooks';
import { PaperSearch } from '../../lib/core/search.ts';
import type { SearchIndex } from '../../lib/core/search-index.ts';
import { indexState, loadIndex } from '../../lib/db/search-index.ts';
import { watch } from '../../lib/db/watch.ts';
import { ensureIndex } from '../../lib/extension/messages.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** The search engine over the stored index, kept up to date; undefined while there is none. */
export function useEngine(catalogue: LoadedCatalogue | undefined): PaperSearch | undefined {
  const [index, setIndex] = useState<SearchIndex>();
  const [isMissing, setMissing] = useState<'no' | 'yes' | 'damaged'>('no');
  useEffect(() => {
    const abort = new AbortController();
    let loaded: string | undefined;
    const load = async (name: string): Promise<void> => {
      loaded = name;
      const stored = await loadIndex();
      if (abort.signal.aborted) return;
      if (stored) setIndex(stored);
      else setMissing('damaged');
    };
    // That the database can't be read is said by those who show what is in it.
    const failed = (): void => {};
    watch(
      indexState,
      {
        answered: ({ name, isStale }) => {
          setMissing(name === undefined || isStale ? 'yes' : 'no');
          if (name !== undefined && name !== loaded) void load(name).catch(failed);
        },
        failed,
      },
      abort.signal,
    );
    return () => abort.abort();
  }, []);
  const isReady = catalogue !== undefined;
  useEffect(() => {
    if (isReady && isMissing !== 'no') void ensureIndex(isMissing === 'damaged');
  }, [isReady, isMissing]);
  const shelf = catalogue?.shelf;
  return useMemo(() => index && shelf && new PaperSearch(index, shelf), [index, shelf]);
}
