import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { PaperSearch } from '../../lib/core/search.ts';
import type { SearchIndex } from '../../lib/core/search-index.ts';
import { later } from './first-answer.ts';
import { idle } from './idle.ts';
import { haveIndexRenewed, haveIndexSettled } from './index-upkeep.ts';
import { loadLive } from './live.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** The search index that a first look into the database saw. */
export interface SeenIndex {
  name: string;
  index: SearchIndex;
}

/**
 * The search engine over the stored index, kept up to date; undefined while there is none. `seen` is the index that a first look into the
 * database saw, where there was one.
 */
export function useEngine(catalogue: LoadedCatalogue | undefined, seen?: SeenIndex): PaperSearch | undefined {
  const [loaded, setLoaded] = useState<SeenIndex>();
  const index = (loaded ?? seen)?.index;
  const known = useRef<string | undefined>(undefined);
  known.current = (loaded ?? seen)?.name;
  const [isMissing, setMissing] = useState<'no' | 'yes' | 'damaged'>('no');
  const isReady = catalogue !== undefined;
  useEffect(() => {
    if (!isReady) return;
    const abort = new AbortController();
    void follow(() => known.current, setLoaded, setMissing, abort.signal);
    return () => abort.abort();
  }, [isReady]);
  useEffect(() => {
    if (!isReady || isMissing === 'no') return;
    if (isMissing === 'damaged') haveIndexRenewed();
    else haveIndexSettled();
  }, [isReady, isMissing]);
  useEffect(() => {
    // Until all of it is there a query reads what it needs, and says where it can't.
    later(idle)
      .then(() => index?.haveAll())
      .catch(() => {});
  }, [index]);
  const shelf = catalogue?.shelf;
  useLayoutEffect(() => shelf?.lookInto(isMissing === 'no' ? index : undefined), [shelf, index, isMissing]);
  return useMemo(() => index && shelf && new PaperSearch(index, shelf), [index, shelf]);
}

/** Reports each index that is stored, other than the one whose name is `known`. */
async function follow(
  known: () => string | undefined,
  report: (loaded: SeenIndex) => void,
  missing: (what: 'no' | 'yes' | 'damaged') => void,
  signal: AbortSignal,
): Promise<void> {
  const { watch, indexState, loadIndex } = await loadLive();
  // That the database can't be read is said by those who show what is in it.
  const failed = (): void => {};
  let latest: string | undefined;
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
        if (name !== undefined && name !== latest && name !== known()) void load(name).catch(failed);
      },
      failed,
    },
    signal,
  );
}
