import { useEffect, useState } from 'preact/hooks';
import type { ListedPaper, Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { PaperStore } from '../../lib/core/search/paper-store.ts';
import type { LoadedCatalogue } from './catalogue.ts';

interface Read<P> {
  /** The requested ids, joined. */
  key: string;
  papers: ReadonlyMap<PaperId, P>;
}

/**
 * The catalogued papers with these ids, as lists show them; undefined until the first are read.
 * While other ids are being read, the previous papers stay.
 */
export function usePapers(
  catalogue: LoadedCatalogue | undefined,
  ids: readonly PaperId[],
): ReadonlyMap<PaperId, ListedPaper> | undefined {
  return useRead(catalogue, ids, listed)?.papers;
}

/**
 * The paper with this id; null if it is not in the catalogue, undefined while it is being read or
 * without an id.
 */
export function usePaper(
  catalogue: LoadedCatalogue | undefined,
  id: PaperId | null | undefined,
): Paper | null | undefined {
  const read = useRead(catalogue, id ? [id] : [], whole);
  return id && read?.key === id ? (read.papers.get(id) ?? null) : undefined;
}

type ReadFrom<P> = (store: PaperStore, ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, P>>;
const listed: ReadFrom<ListedPaper> = (store, ids) => store.listed(ids);
const whole: ReadFrom<Paper> = (store, ids) => store.get(ids);

function useRead<P>(
  catalogue: LoadedCatalogue | undefined,
  ids: readonly PaperId[],
  readFrom: ReadFrom<P>,
): Read<P> | undefined {
  const [read, setRead] = useState<Read<P>>();
  const store = catalogue?.store;
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the ids
  useEffect(() => {
    let isCurrent = true;
    if (!store) return;
    readFrom(store, ids).then(
      (papers) => {
        if (isCurrent) setRead({ key, papers });
      },
      // Errors of the database are reported elsewhere.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [store, key]);
  return read;
}
