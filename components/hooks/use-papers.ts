import { useEffect, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

interface Read {
  /** The ids that were asked for, as one text. */
  key: string;
  papers: ReadonlyMap<PaperId, Paper>;
}

/**
 * The papers with these ids, those that are in the catalogue; undefined before the first are read. While others are read than before,
 * those that were read stay.
 */
export function usePapers(
  catalogue: LoadedCatalogue | undefined,
  ids: readonly PaperId[],
): ReadonlyMap<PaperId, Paper> | undefined {
  return useRead(catalogue, ids)?.papers;
}

/** The paper with this id; null if it is not in the catalogue, undefined while it is read or when none is asked for. */
export function usePaper(
  catalogue: LoadedCatalogue | undefined,
  id: PaperId | null | undefined,
): Paper | null | undefined {
  const read = useRead(catalogue, id ? [id] : []);
  return id && read?.key === id ? (read.papers.get(id) ?? null) : undefined;
}

function useRead(catalogue: LoadedCatalogue | undefined, ids: readonly PaperId[]): Read | undefined {
  const [read, setRead] = useState<Read>();
  const shelf = catalogue?.shelf;
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which ids they are
  useEffect(() => {
    let isCurrent = true;
    shelf?.get(ids).then(
      (papers) => {
        if (isCurrent) setRead({ key, papers });
      },
      // That the database can't be read is said elsewhere.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [shelf, key]);
  return read;
}
