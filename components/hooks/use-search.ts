import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import { PaperSearch, type SearchHit } from '../../lib/core/search.ts';

/** More answers than anyone looks through, and few enough to be drawn within a frame. */
export const MOST_HITS = 50;

/** The papers that answer `query`; undefined while the index is being built. */
export function useSearch(papers: ReadonlyMap<PaperId, Paper>, query: string): SearchHit[] | undefined {
  const [search, setSearch] = useState<PaperSearch>();
  useEffect(() => {
    // After the frame in which the papers appear: the reader sees them, and can type, before the index is there.
    const timer = setTimeout(() => setSearch(new PaperSearch(papers.values())));
    return () => clearTimeout(timer);
  }, [papers]);
  return useMemo(() => search?.search(query, MOST_HITS), [search, query]);
}
