/** The catalogue's search engine in the background: for the address bar. */
import { Answering } from '../core/answers.ts';
import type { Paper } from '../core/paper.ts';
import { PaperShelf } from '../core/paper-shelf.ts';
import { queryContext } from '../core/query-context.ts';
import { understand } from '../core/query-understanding.ts';
import { PaperSearch } from '../core/search.ts';
import { allDigests, readPapers } from '../db/catalogue.ts';
import { readingList } from '../db/entries.ts';
import { loadIndex } from '../db/search-index.ts';
import { keepIndex } from './index-keeper.ts';

/** An engine, and the papers that it reads. */
interface Engine {
  search: PaperSearch;
  shelf: PaperShelf;
}

/** Holds the engine for one round of typing; the background may sleep before the next. */
let engine: Promise<Engine> | undefined;

/** Has the next search see the catalogue as it is then. */
export function forgetEngine(): void {
  engine = undefined;
}

/** The best answers to a query in the query language; to a query that sets conditions alone, papers that meet them. */
export async function searchCatalogue(text: string, limit: number): Promise<Paper[]> {
  engine ??= openEngine();
  const [{ search, shelf }, digests, entries] = await Promise.all([engine, allDigests(), readingList()]);
  const context = queryContext(digests, entries);
  const hits = await new Answering(search, context).to(understand(text, context), limit);
  const ids = hits.map(({ id }) => id);
  const papers = await shelf.get(ids);
  return ids.flatMap((id) => papers.get(id) ?? []);
}

async function openEngine(): Promise<Engine> {
  let index = await loadIndex();
  if (!index) {
    await keepIndex(true);
    index = await loadIndex();
  }
  if (!index) throw new Error('There is no search index.');
  const shelf = new PaperShelf((ids) => readPapers(ids));
  return { search: new PaperSearch(index, shelf), shelf };
}
