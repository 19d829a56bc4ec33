import { useMemo } from 'preact/hooks';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { Digest, Paper, PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';
import type { SearchHit } from '../../lib/core/search.ts';
import { type RowContent, rowContent } from '../paper/row-content.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';
import { useHeadFirst } from './use-head-first.ts';
import { MOST_HITS, useSearch } from './use-search.ts';
import { useUnderstanding } from './use-understanding.ts';

/** What stands below the search box. */
export interface SearchRows {
  rows: readonly RowContent[];
  /** How many rows there are, with those that are still to be drawn. */
  count: number;
  /** Words that answered the query, for each paper. */
  words: ReadonlyMap<PaperId, readonly string[]>;
  /** The digest that is shown when nothing is asked. */
  latest: Digest | undefined;
  /** The index is still being built. */
  waiting: boolean;
  /** Filters that the query may go on with. */
  chips: Chip[];
  /** What in the query can't be understood. */
  problems: Problem[];
}

const none: LoadedCatalogue = { papers: new Map(), digests: new Map() };
const nothing: SearchHit[] = [];

/** The papers that answer `text`; without a query, those of the latest digest. */
export function useSearchRows(
  catalogue: LoadedCatalogue = none,
  entries: readonly ReadingListEntry[] = [],
  text: string,
): SearchRows {
  const { papers, digests } = catalogue;
  const around = useMemo(
    () => ({ digests, entries: new Map(entries.map((entry) => [entry.paperId, entry])) }),
    [digests, entries],
  );
  const asked = useUnderstanding(text, around);
  const isAsked = text.trim() !== '';
  const found = useSearch(papers, asked);
  const latest = useMemo(() => newestFirst(digests.values())[0], [digests]);
  const unasked = useMemo(() => papersOf(latest, papers), [latest, papers]);
  const answers = isAsked ? (found ?? nothing) : unasked;
  const shown = useHeadFirst(answers);
  const rows = useMemo(() => shown.map(({ paper, words }) => rowContent(paper, words, digests)), [shown, digests]);
  const words = useMemo(() => new Map(answers.map(({ paper, words }) => [paper.id, words])), [answers]);
  return {
    rows,
    count: answers.length,
    words,
    latest: isAsked ? undefined : latest,
    waiting: isAsked && !found,
    chips: asked?.chips ?? [],
    problems: asked?.problems ?? [],
  };
}

/** The first papers of a digest: as many as a search would show. */
function papersOf(digest: Digest | undefined, papers: ReadonlyMap<PaperId, Paper>): SearchHit[] {
  const ids = digest?.paperIds.slice(0, MOST_HITS) ?? [];
  return ids.flatMap((id) => {
    const paper = papers.get(id);
    return paper ? { paper, words: [] } : [];
  });
}
