import { useMemo, useRef } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import { papersOf } from '../../lib/db/catalogue.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useWatched } from '../hooks/use-watched.ts';

/** The reading list with its papers in the catalogue. */
export interface Queue {
  /** Topmost first; undefined until loaded. */
  entries: ReadingListEntry[] | undefined;
  saved: ReadonlySet<PaperId>;
  /** The papers that are in the catalogue. */
  papers: ReadonlyMap<PaperId, Paper>;
  /** Whether a paper is missing from the catalogue, rather than not loaded yet. */
  isMissing(paperId: PaperId): boolean;
  error: unknown;
}

const none: ReadonlyMap<PaperId, Paper> = new Map();

/**
 * The reading list and its papers, kept up to date. Papers are read again only if the set of ids
 * changes.
 */
export function useQueue(attempt: number): Queue {
  const { entries, saved, error } = useReadingList(attempt);
  const asked = useRef({ ids: '', times: 0 });
  const ids = useMemo(() => entries && [...entries.map(({ paperId }) => paperId)].sort().join(' '), [entries]);
  if (ids !== undefined && ids !== asked.current.ids) asked.current = { ids, times: asked.current.times + 1 };
  const { answer } = useWatched(async () => {
    const wanted = asked.current.ids.split(' ').filter(Boolean);
    return { wanted: new Set(wanted), papers: await papersOf(wanted) };
  }, asked.current.times);
  const papers = answer?.papers ?? none;
  return {
    entries: answer ? entries : undefined,
    saved,
    papers,
    isMissing: (paperId) => (answer?.wanted.has(paperId) ?? false) && !papers.has(paperId),
    error,
  };
}
