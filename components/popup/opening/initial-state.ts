/** What the popup opens with, as far as it can be read before the database is opened. */

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

/** More answers than anyone looks through, and few enough to be drawn within a frame. */
export const MAX_ANSWERS = 50;
/** Rows out of sight are drawn when typing pauses, so many in a frame. */
const ROWS_A_FRAME = 14;

/** What the popup opens with. What was not read is undefined. */
export interface InitialState {
  /** The search: answered, where that was possible. */
  session: SearchSession;
  /** The list as it was when the popup was closed, where there is no answer yet. */
  lastRows: readonly Node[];
  catalogue: PreloadedCatalogue | undefined;
  entries: ReadingListEntry[] | undefined;
}

/**
 * Makes what the popup in `root` opens with: the answer to its query too, so that it is drawn once.
 */
export async function loadInitialState(root: HTMLElement, read: QuickRead | undefined): Promise<InitialState> {
  const rows = { first: ROWS_IN_SIGHT, step: ROWS_A_FRAME };
  const catalogue = read && (await preloaded(read));
  const session = searchSession({ limit: MAX_ANSWERS, rows, whenEmpty: 'latest digest' }, queryIn(root));
  if (catalogue?.store.index) await session.searchIn(catalogue, read?.entries);
  // The box is read again: it takes keys meanwhile.
  const query = queryIn(root);
  if (query !== session.state.query) await session.ask(query);
  const isAnswered = session.state.answer !== undefined;
  return { session, lastRows: isAnswered ? [] : rowsIn(root), catalogue, entries: read?.entries };
}

async function preloaded({ digests, digestsState, index, readPapers }: QuickRead): Promise<PreloadedCatalogue> {
  const opened = await indexIn(index);
  return Object.assign(catalogueOf(digests, new PaperStore(readPapers, opened)), {
    digestsRevision: digestsState,
    indexName: opened && index?.name,
  });
}

async function indexIn(read: QuickRead['index']): Promise<SearchIndex | undefined> {
  const head = await read?.head;
  try {
    return read && head && openIndex(read.stored, head);
  } catch {
    // What is wrong with it is found again, and said or mended, when the database is open.
    return undefined;
  }
}
