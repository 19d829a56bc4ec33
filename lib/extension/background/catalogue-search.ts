/** Searches the catalogue in the background: for the address bar. */

import type { Paper } from '../../core/model/paper.ts';
import { interpretQuery } from '../../core/query/interpret-query.ts';
import { queryContext } from '../../core/query/query-context.ts';
import { PaperStore } from '../../core/search/paper-store.ts';
import { QueryEngine } from '../../core/search/query-engine.ts';
import type { SearchIndex } from '../../core/search-index/search-index.ts';
import { allDigests, readPapers } from '../../db/catalogue.ts';
import { readingList } from '../../db/reading-list.ts';
import { indexState, loadIndex } from '../../db/search-index.ts';
import { refreshDerivedData } from './derived-data.ts';
import { ensureCatalogue } from './install-catalogue.ts';

/** The papers and the stored index of this name, cached while the background runs. */
let current: { indexName: string | undefined; store: Promise<PaperStore> } | undefined;

/**
 * The best results of a query in the query language; papers that match, if it has conditions only.
 */
export async function searchCatalogue(text: string, limit: number): Promise<Paper[]> {
  const store = await currentStore();
  const index = store.index as SearchIndex;
  const [digests, entries] = await Promise.all([allDigests(), readingList()]);
  const context = queryContext(digests, entries);
  const { papers } = await new QueryEngine(store, index, context).run(interpretQuery(text, context), { limit });
  const ids = Array.from(papers, (paper) => index.idOf(paper));
  const read = await store.get(ids);
  return ids.flatMap((id) => read.get(id) ?? []);
}

async function currentStore(): Promise<PaperStore> {
  // Right after an install the catalogue would still be empty.
  await ensureCatalogue().catch(() => {
    // Whatever is in the database can be searched.
  });
  const { name } = await indexState();
  if (!current || current.indexName !== name) {
    const store = openStore(name !== undefined);
    current = { indexName: name, store };
    store.catch(() => {
      // The next keystroke tries again.
      if (current?.store === store) current = undefined;
    });
  }
  return current.store;
}

/** A stored index that can't be read is rebuilt from the papers, as a missing one is. */
async function openStore(isStored: boolean): Promise<PaperStore> {
  let index = await loadIndex();
  if (!index) {
    await refreshDerivedData({ index: isStored });
    index = await loadIndex();
  }
  if (!index) throw new Error('The search index can’t be used.');
  return new PaperStore((ids) => readPapers(ids), index);
}
