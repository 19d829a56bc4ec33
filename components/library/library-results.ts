/** Which papers a view of the library shows, in which order, and how many each facet would. */
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { PaperId } from '../../lib/core/paper.ts';
import type { Surroundings } from '../../lib/core/query-filter.ts';
import type { SearchHit } from '../../lib/core/search.ts';
import type { LibraryView } from '../../lib/extension/library-view.ts';

/** How many papers there would be with a facet set so, the other facets staying. */
export interface FacetCounts {
  all: number;
  digests: ReadonlyMap<string, number>;
  saved: number;
  unsaved: number;
  code: number;
}

/** The papers of a view, and its facets' counts. */
export interface LibraryResults {
  hits: SearchHit[];
  counts: FacetCounts;
}

/** Narrows the answers to a query by the facets of `view`, counts, and sorts. */
export function narrow(
  answers: readonly SearchHit[],
  { digest, saved, code, sort }: LibraryView,
  around: Surroundings,
): LibraryResults {
  const digests = new Map<string, number>();
  const counts = { all: 0, digests, saved: 0, unsaved: 0, code: 0 };
  const hits: SearchHit[] = [];
  for (const hit of answers) {
    const { id, digestIds, codeLinks } = hit.paper;
    const isSaved = around.entries.has(id);
    const hasCode = codeLinks.length > 0;
    const digestFits = digest === null || digestIds.includes(digest);
    const savedFits = saved === null || isSaved === (saved === 'yes');
    const codeFits = !code || hasCode;
    if (savedFits && codeFits) {
      counts.all++;
      for (const id of digestIds) digests.set(id, (digests.get(id) ?? 0) + 1);
    }
    if (digestFits && codeFits) isSaved ? counts.saved++ : counts.unsaved++;
    if (digestFits && savedFits && hasCode) counts.code++;
    if (digestFits && savedFits && codeFits) hits.push(hit);
  }
  return { hits: sorted(hits, sort, around), counts };
}

function sorted(hits: SearchHit[], sort: LibraryView['sort'], { digests, entries }: Surroundings): SearchHit[] {
  if (sort === 'relevance') return hits;
  if (sort === 'saved') {
    const when = ({ paper }: SearchHit): number => entries.get(paper.id)?.addedAt ?? 0;
    return hits.sort((a, b) => when(b) - when(a));
  }
  const places = digestPlaces({ digests });
  const place = ({ paper }: SearchHit): number => places.get(paper.id) ?? Number.POSITIVE_INFINITY;
  return hits.sort((a, b) => place(a) - place(b) || 0);
}

/** The place of each paper when all digests are read one after another, latest first. */
export function digestPlaces({ digests }: Pick<Surroundings, 'digests'>): Map<PaperId, number> {
  const places = new Map<PaperId, number>();
  for (const { paperIds } of newestFirst(digests.values())) {
    for (const id of paperIds) if (!places.has(id)) places.set(id, places.size);
  }
  return places;
}
