import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/paper.ts';
import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';
import type { Surroundings } from '../../lib/core/query-filter.ts';
import { understand } from '../../lib/core/query-understanding.ts';
import { PaperSearch, type SearchHit } from '../../lib/core/search.ts';
import type { LibraryView } from '../../lib/extension/library-view.ts';
import { digestPlaces, type LibraryResults, narrow } from '../library/library-results.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** The answer to a view of the library. */
export interface Library extends LibraryResults {
  /** Undefined while the index is being built. */
  search: PaperSearch | undefined;
  chips: Chip[];
  problems: Problem[];
  /** The query asks for words, so that its answers have an order of their own. */
  isAsked: boolean;
}

const none: LoadedCatalogue = { papers: new Map(), digests: new Map() };

/** What a view shows of the catalogue and the reading list. */
export function useLibrary(
  catalogue: LoadedCatalogue = none,
  entries: readonly ReadingListEntry[] = [],
  view: LibraryView,
): Library {
  const { papers, digests } = catalogue;
  const { query: text, digest, saved, code, sort } = view;
  const [search, setSearch] = useState<PaperSearch>();
  useEffect(() => {
    // After the frame in which the papers appear.
    const timer = setTimeout(() => setSearch(new PaperSearch(papers.values())));
    return () => clearTimeout(timer);
  }, [papers]);
  const around: Surroundings = useMemo(
    () => ({ digests, entries: new Map(entries.map((entry) => [entry.paperId, entry])) }),
    [digests, entries],
  );
  const all = useMemo((): SearchHit[] => {
    const places = digestPlaces({ digests });
    const place = (id: string): number => places.get(id) ?? places.size;
    return [...papers.values()].sort((a, b) => place(a.id) - place(b.id)).map((paper) => ({ paper, words: [] }));
  }, [papers, digests]);
  const asked = useMemo(() => understand(text, around), [text, around]);
  const answers = useMemo(() => {
    const { words, where } = asked;
    if (words !== '') return search?.search(words, papers.size, where) ?? [];
    return where ? all.filter(({ paper }) => where(paper)) : all;
  }, [asked, search, papers, all]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which paper is open makes no difference here
  const results = useMemo(() => narrow(answers, view, around), [answers, around, digest, saved, code, sort]);
  const { chips, problems } = asked;
  return { ...results, search, chips, problems, isAsked: asked.words !== '' };
}
