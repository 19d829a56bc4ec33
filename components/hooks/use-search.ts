import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import { PaperSearch, type SearchHit } from '../../lib/core/search.ts';

/** More answers than anyone looks through, and few enough to be drawn within a frame. */
export const MOST_HITS = 50;

/** The papers that answer a query; undefined while the index is being built or the query is not understood yet. */
export function useSearch(
  papers: ReadonlyMap<PaperId, Paper>,
  asked: Understanding | undefined,
): SearchHit[] | undefined {
  const [search, setSearch] = useState<PaperSearch>();
  useEffect(() => {
    // After the frame in which the papers appear: the reader sees them, and can type, before the index is there.
    const timer = setTimeout(() => setSearch(new PaperSearch(papers.values())));
    return () => clearTimeout(timer);
  }, [papers]);
  return useMemo(() => search && asked && answersTo(asked, search, papers), [search, asked, papers]);
}

function answersTo(
  { words, where }: Understanding,
  search: PaperSearch,
  papers: ReadonlyMap<PaperId, Paper>,
): SearchHit[] {
  if (words !== '' || !where) return search.search(words, MOST_HITS, where);
  const fitting: SearchHit[] = [];
  for (const paper of papers.values()) {
    if (fitting.length === MOST_HITS) break;
    if (where(paper)) fitting.push({ paper, words: [] });
  }
  return fitting;
}
