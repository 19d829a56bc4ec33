/**
 * The search index in the database: stored whenever papers were written, so that a popup can open
 * with it at once.
 */

import type { Paper, PaperId } from '../core/model/paper.ts';
import { indexPapers } from '../core/search-index/build-index.ts';
import { toPieces } from '../core/search-index/index-layout.ts';
import { mergeIndexes, type Pause } from '../core/search-index/merge-indexes.ts';
import type { SearchIndex } from '../core/search-index/search-index.ts';
import { papersAfter } from './catalogue.ts';
import { database, type LoggedChange, type PaperlightDatabase } from './database.ts';
import { openIndex } from './index-file.ts';
import { readHead } from './index-head.ts';

/** Papers that are indexed between two pauses: some milliseconds' work. */
const PAPERS_PER_TURN = 100;

/** The state of the stored index. */
export interface IndexState {
  /** Identifies the stored index: changes with every new one, undefined while there is none. */
  name: string | undefined;
  /** Papers have changed since. */
  isStale: boolean;
}

/** Which index is stored, and whether it has all papers. */
export async function indexState(db: PaperlightDatabase = database): Promise<IndexState> {
  const [name, stale] = await Promise.all([db.meta.get('index'), db.unindexed.limit(1).count()]);
  return { name: name?.value, isStale: stale > 0 };
}

/**
 * Opens the stored index, of which more is read on demand; undefined if there is none that can be
 * used.
 */
export async function loadIndex(db: PaperlightDatabase = database): Promise<SearchIndex | undefined> {
  const stored = await db.searchIndex.get('papers');
  try {
    return stored && openIndex(stored, await readHead(stored));
  } catch (error) {
    // An older version's record, or one whose file is gone: it will be rebuilt.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/**
 * Brings the stored index up to date with `log`, the changes logged so far: builds it, merges the
 * changed papers, or does nothing. `rebuild` says that the stored one can't be used. Awaits `pause`
 * every few milliseconds. Deletes the changes from the log in the transaction that stores the
 * index. Throws if the database refuses; the stored index stays then.
 */
export async function updateIndex(
  log: readonly LoggedChange[],
  pause: Pause,
  rebuild = false,
  db: PaperlightDatabase = database,
): Promise<void> {
  const { name } = await indexState(db);
  if (name !== undefined && log.length === 0 && !rebuild) return;
  const stored = rebuild ? undefined : await loadIndex(db);
  const index = stored ? await updated(stored, log, pause, db) : await indexOf(db, pause);
  await db.transaction('rw', db.searchIndex, db.unindexed, db.meta, async () => {
    const { pieces, head } = toPieces(index.arrays);
    await db.searchIndex.put({ key: 'papers', file: new Blob(pieces as BlobPart[]), head });
    // What was logged meanwhile has its own number, and stays for the next run.
    await db.unindexed.bulkDelete(log.map(({ id }) => id));
    await db.meta.put({ key: 'index', value: crypto.randomUUID() });
  });
}

async function updated(
  stored: SearchIndex,
  log: readonly LoggedChange[],
  pause: Pause,
  db: PaperlightDatabase,
): Promise<SearchIndex> {
  await stored.loadAll();
  const changed = new Set(log.flatMap(({ paperIds }) => paperIds));
  const ids = [...changed];
  const growing = new GrowingIndex(pause);
  for (let i = 0; i < ids.length; i += PAPERS_PER_TURN) {
    const papers = await db.papers.bulkGet(ids.slice(i, i + PAPERS_PER_TURN));
    await growing.add(papers.filter((paper) => paper !== undefined));
  }
  return mergeIndexes(stored, await growing.done(), changed, pause);
}

async function indexOf(db: PaperlightDatabase, pause: Pause): Promise<SearchIndex> {
  const growing = new GrowingIndex(pause);
  let last: PaperId = '';
  for (;;) {
    const papers = await papersAfter(last, PAPERS_PER_TURN, db);
    if (papers.length === 0) return growing.done();
    last = (papers.at(-1) as Paper).id;
    await growing.add(papers);
  }
}

/**
 * An index that grows by parts. Parts of similar size are merged, so that each paper is copied a
 * few times and not once per part: a log-structured merge (O'Neil et al., "The log-structured
 * merge-tree", 1996).
 */
class GrowingIndex {
  private readonly parts: SearchIndex[] = [];
  private readonly pause: Pause;

  constructor(pause: Pause) {
    this.pause = pause;
  }

  async add(papers: Paper[]): Promise<void> {
    this.parts.push(indexPapers(papers));
    await this.pause();
    while (
      this.parts.length > 1 &&
      (this.parts.at(-2) as SearchIndex).size < 2 * (this.parts.at(-1) as SearchIndex).size
    ) {
      await this.mergeLast();
    }
  }

  async done(): Promise<SearchIndex> {
    while (this.parts.length > 1) await this.mergeLast();
    return this.parts[0] ?? indexPapers([]);
  }

  private async mergeLast(): Promise<void> {
    const newer = this.parts.pop() as SearchIndex;
    const older = this.parts.pop() as SearchIndex;
    this.parts.push(await mergeIndexes(older, newer, new Set(), this.pause));
  }
}
