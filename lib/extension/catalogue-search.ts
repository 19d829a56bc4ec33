/** The catalogue's search engine in the background: for the address bar. */
import type { Paper } from '../core/paper.ts';
import { understand } from '../core/query-understanding.ts';
import { PaperSearch } from '../core/search.ts';
import { allDigests, allPapers } from '../db/catalogue.ts';
import { readingList } from '../db/reading-list.ts';

/** Holds the engine for one round of typing; the background may sleep before the next. */
let engine: Promise<PaperSearch> | undefined;

/** Has the next search see the catalogue as it is then. */
export function forgetEngine(): void {
  engine = undefined;
}

/** The best answers to a query in the query language. */
export async function searchCatalogue(text: string, limit: number): Promise<Paper[]> {
  engine ??= allPapers().then((papers) => new PaperSearch(papers));
  const [search, digests, entries] = await Promise.all([engine, allDigests(), readingList()]);
  const { words, where } = understand(text, {
    digests: new Map(digests.map((digest) => [digest.id, digest])),
    entries: new Map(entries.map((entry) => [entry.paperId, entry])),
  });
  return search.search(words, limit, where).map(({ paper }) => paper);
}
