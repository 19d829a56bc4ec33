import { useEffect, useMemo, useState } from 'preact/hooks';
import { PaperSearch } from '../../lib/core/search.ts';
import type { SearchIndex } from '../../lib/core/search-index.ts';
import { haveIndexRenewed, haveIndexSettled } from './index-upkeep.ts';
import { loadLive } from './live.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** A search index, and the name under which it is stored. */
export interface NamedIndex {
  name: string;
  index: SearchIndex;
}

/**
 * The search engine over the stored index, kept up to date; undefined while there is none. `seen` is the index that a first look into the
 * database saw, where there was one.
 */
export function useEngine(catalogue: LoadedCatalogue | undefined, seen?: NamedIndex): PaperSearch | undefined {
  const [loaded, setLoaded] = useState<NamedIndex>();
  const current = loaded ?? seen;
  const [isMissing, setMissing] = useState<'no' | 'yes' | 'damaged'>('no');
  const isReady = catalogue !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index that was seen first is that of the first look
  useEffect(() => {
    if (!isReady) return;
    const abort = new AbortController();
    void follow(seen?.name, setLoaded, setMissing, abort.signal);
    return () => abort.abort();
  }, [isReady]);
  useEffect(() => {
    if (!isReady || isMissing === 'no') return;
    if (isMissing === 'damaged') haveIndexRenewed();
    else haveIndexSettled();
  }, [isReady, isMissing]);
  const shelf = catalogue?.shelf;
  return useMemo(() => current && shelf && new PaperSearch(current.index, shelf), [current, shelf]);
}

async function follow(
  first: string | undefined,
  report: (loaded: NamedIndex) => void,
  missing: (what: 'no' | 'yes' | 'damaged') => void,
  signal: AbortSignal,
): Promise<void> {
  const { watch, indexState, loadIndex } = await loadLive();
  // That the database can't be read is said by those who show what is in it.
  const failed = (): void => {};
  let latest = first;
  const load = async (name: string): Promise<void> => {
    latest = name;
    const index = await loadIndex();
    if (signal.aborted) return;
    if (index) report({ name, index });
    else missing('damaged');
  };
  if (signal.aborted) return;
  watch(
    indexState,
    {
      answered: ({ name, isStale }) => {
        missing(name === undefined || isStale ? 'yes' : 'no');
        if (name !== undefined && name !== latest) void load(name).catch(failed);
      },
      failed,
    },
    signal,
  );
}
