/** The catalogue's search engine in the background: for the address bar. */
import { Answering } from '../core/answers.ts';
import type { Paper } from '../core/paper.ts';
import { PaperShelf } from '../core/paper-shelf.ts';
import { queryContext } from '../core/query-context.ts';
import { understand } from '../core/query-understanding.ts';
import { PaperSearch } from '../core/search.ts';
import { allDigests, readPapers } from '../db/catalogue.ts';
import { readingList } from '../db/entries.ts';
import { indexState, loadIndex } from '../db/search-index.ts';
import { settleCatalogue } from './bundle.ts';
import { keepIndex } from './index-keeper.ts';

/** An engine, and the papers that it reads. */
interface Engine {
  search: PaperSearch;
  shelf: PaperShelf;
}

/** Holds the engine for the stored index of this name, as long as the background doesn't sleep. */
let current: { indexName: string | undefined; engine: Promise<Engine> } | undefined;

/** The best answers to a query in the query language; to a query that sets conditions alone, papers that meet them. */
export async function searchCatalogue(text: string, limit: number): Promise<Paper[]> {
  const { search, shelf } = await currentEngine();
  const [digests, entries] = await Promise.all([allDigests(), readingList()]);
  const context = queryContext(digests, entries);
  const hits = await new Answering(search, context).to(understand(text, context), limit);
  const ids = hits.map(({ id }) => id);
  const papers = await shelf.get(ids);
  return ids.flatMap((id) => papers.get(id) ?? []);
}

async function currentEngine(): Promise<Engine> {
  // Right after an install nothing is there yet, and an index of no papers would answer.
  await settleCatalogue();
  const { name } = await indexState();
  if (!current || current.indexName !== name) {
    const engine = openEngine(name !== undefined);
    current = { indexName: name, engine };
    engine.catch(() => {
      // The next key tries again.
      if (current?.engine === engine) current = undefined;
    });
  }
  return current.engine;
}

/** One that is stored and can't be read is made anew from the papers, as a missing one is. */
async function openEngine(isStored: boolean): Promise<Engine> {
  let index = await loadIndex();
  if (!index) {
    await keepIndex(isStored);
    index = await loadIndex();
  }
  if (!index) throw new Error('The search index can’t be used.');
  const shelf = new PaperShelf((ids) => readPapers(ids));
  return { search: new PaperSearch(index, shelf), shelf };
}
