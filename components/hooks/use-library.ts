import { useEffect, useMemo, useState } from 'preact/hooks';
import { DigestShelves, type FacetCounts, LibraryShelves } from '../../lib/core/library-results.ts';
import type { PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';
import { queryContext } from '../../lib/core/query-context.ts';
import { type Understanding, understand } from '../../lib/core/query-understanding.ts';
import type { PaperSearch, SearchHit } from '../../lib/core/search.ts';
import type { LibraryView } from '../../lib/extension/library-view.ts';
import { haveIndexRenewed } from './index-upkeep.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';
import { useEngine } from './use-engine.ts';

/** The answer to a view of the library. */
export interface Library {
  /** Undefined while there is no index. */
  search: PaperSearch | undefined;
  /** Ids of the papers in their order; undefined before the first answer. */
  papers: PaperIds | undefined;
  counts: FacetCounts | undefined;
  /** Words of a paper that answered the query. */
  wordsOf(paperId: PaperId): readonly string[];
  chips: Chip[];
  problems: Problem[];
  /** The query asks for words, so that its answers have an order of their own. */
  isAsked: boolean;
}

/** Ids of many papers, made when they are asked for. */
export interface PaperIds {
  length: number;
  at(i: number): PaperId | undefined;
  indexOf(id: PaperId): number;
}

/** Papers that have the words of a query, best first. Further down nobody looks for the one that was meant. */
const MOST_ANSWERS = 400;

interface Answers {
  /** The engine that answered: its numbers mean nothing to another. */
  search: PaperSearch;
  papers: Uint32Array;
  hits: ReadonlyMap<PaperId, SearchHit>;
}

/** What a view shows of the catalogue and the reading list. */
export function useLibrary(
  catalogue: LoadedCatalogue | undefined,
  entries: readonly ReadingListEntry[] | undefined,
  view: LibraryView,
): Library {
  const search = useEngine(catalogue);
  const { query, digest, saved, tag, code } = view;
  const context = useMemo(() => queryContext(catalogue?.digests.values() ?? [], entries ?? []), [catalogue, entries]);
  const digestShelves = useMemo(
    () => search && catalogue && new DigestShelves(search.index, catalogue.digests),
    [search, catalogue],
  );
  const shelves = useMemo(
    () => search && digestShelves && new LibraryShelves(search.index, digestShelves, context.entries),
    [search, digestShelves, context],
  );
  const asked = useMemo(() => understand(query, context), [query, context]);
  const answers = useAnswers(search, asked, digestShelves);
  const isAsked = asked.words !== '';
  const sort = asked.order ?? view.sort;
  const results = useMemo(() => {
    if (!shelves || !answers) return undefined;
    const { papers, counts } = shelves.narrow(answers.papers, { digest, saved, tag, code });
    const isByDigest = sort === 'digest' || (sort === 'relevance' && !isAsked);
    return {
      papers: sort === 'saved' ? shelves.bySaving(papers) : isByDigest ? shelves.byDigest(papers) : papers,
      counts,
    };
  }, [shelves, answers, digest, saved, tag, code, sort, isAsked]);
  const papers = useMemo(() => results && search && idsOf(search, results.papers), [results, search]);
  const { chips, problems } = asked;
  const wordsOf = (id: PaperId): readonly string[] => answers?.hits.get(id)?.words ?? [];
  return { search, papers, counts: results?.counts, wordsOf, chips, problems, isAsked };
}

/** The answer to a query; the one before stays until it is there. */
function useAnswers(
  search: PaperSearch | undefined,
  { words, where }: Understanding,
  shelves: DigestShelves | undefined,
): Answers | undefined {
  const [answers, setAnswers] = useState<Answers>();
  useEffect(() => {
    if (!search || !shelves) return;
    let isCurrent = true;
    const answer = async (): Promise<Answers> => {
      if (words === '') return { search, papers: where ? await search.allowed(where) : shelves.order, hits: new Map() };
      const hits = await search.search(words, MOST_ANSWERS, where);
      return {
        search,
        papers: Uint32Array.from(hits, ({ id }) => search.index.numberOf(id)),
        hits: new Map(hits.map((hit) => [hit.id, hit])),
      };
    };
    answer().then((found) => {
      if (isCurrent) setAnswers(found);
    }, haveIndexRenewed);
    return () => {
      isCurrent = false;
    };
  }, [search, shelves, words, where]);
  return answers?.search === search ? answers : undefined;
}

function idsOf({ index }: PaperSearch, papers: Uint32Array): PaperIds {
  return {
    length: papers.length,
    at: (i) => (i < papers.length ? index.idOf(papers[i] as number) : undefined),
    indexOf: (id) => papers.indexOf(index.numberOf(id)),
  };
}
