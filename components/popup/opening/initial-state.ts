/** Loads what the popup opens with, as far as it can be read before the database is opened. */

import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { PaperStore } from '../../../lib/core/search/paper-store.ts';
import type { SearchSession } from '../../../lib/core/search/search-session.ts';
import type { SearchIndex } from '../../../lib/core/search-index/search-index.ts';
import { openIndex } from '../../../lib/db/index-file.ts';
import type { QuickRead } from '../../../lib/db/quick-read.ts';
import { catalogueOf, type PreloadedCatalogue } from '../../search/catalogue.ts';
import { ROWS_IN_SIGHT } from '../../search/rows-in-sight.ts';
import { searchSession } from '../../search/use-search.ts';
import { queryIn, rowsIn } from './last-view.ts';

/** More results than anyone looks through, and few enough to render within a frame. */
export const MAX_RESULTS = 50;
/** How many rows out of sight are rendered in a frame, when typing pauses. */
const ROWS_PER_FRAME = 14;

/** What the popup opens with. What could not be read is undefined. */
export interface InitialState {
  /** The search, with its results if possible. */
  session: SearchSession;
  /** The list as it was when the popup was closed, if there are no results yet. */
  lastRows: readonly Node[];
  catalogue: PreloadedCatalogue | undefined;
  entries: ReadingListEntry[] | undefined;
}

/**
 * Loads the initial state of the popup in `root`, including the results of its query, so that it is
 * rendered only once.
 */
export async function loadInitialState(root: HTMLElement, read: QuickRead | undefined): Promise<InitialState> {
  const rows = { first: ROWS_IN_SIGHT, step: ROWS_PER_FRAME };
  const catalogue = read && (await preloaded(read));
  const session = searchSession({ limit: MAX_RESULTS, rows, whenEmpty: 'latest digest' }, queryIn(root));
  if (catalogue?.store.index) await session.searchIn(catalogue, read?.entries);
  // The query may have changed meanwhile.
  const query = queryIn(root);
  if (query !== session.state.query) await session.ask(query);
  const isAnswered = session.state.answer !== undefined;
  return { session, lastRows: isAnswered ? [] : rowsIn(root), catalogue, entries: read?.entries };
}

async function preloaded({ digests, digestsRevision, index, readPapers }: QuickRead): Promise<PreloadedCatalogue> {
  const opened = await indexIn(index);
  return Object.assign(catalogueOf(digests, new PaperStore(readPapers, opened)), {
    digestsRevision,
    indexName: opened && index?.name,
  });
}

async function indexIn(read: QuickRead['index']): Promise<SearchIndex | undefined> {
  const head = await read?.head;
  try {
    return read && head && openIndex(read.stored, head);
  } catch {
    // The error occurs again when the database is open, and is handled then.
    return undefined;
  }
}
