/**
 * The only owner of what is derived from the papers: the title table, which pages read, and the
 * search index. It follows the change log, so that code that writes papers need not care.
 */

import { browser } from 'wxt/browser';
import type { Paper, PaperId } from '../../core/model/paper.ts';
import { paperIdOf } from '../../core/model/paper-id.ts';
import { buildTitleTable } from '../../core/titles/title-table.ts';
import { allPapers } from '../../db/catalogue.ts';
import { latestChange, readChangeLog } from '../../db/change-log.ts';
import { updateIndex } from '../../db/search-index.ts';
import { openDatabase, watch } from '../../db/watch.ts';
import { logError } from '../browser/error-log.ts';
import { storeTitleTable } from '../browser/title-table-store.ts';

/** Browsers stop a background that gets no event for thirty seconds, however busy it is. */
const KEEP_ALIVE_MS = 20_000;

/**
 * What to rebuild from all papers, whatever the change log says, since the stored one is missing or
 * unusable.
 */
export interface Rebuild {
  titles?: boolean | undefined;
  index?: boolean | undefined;
}

let isFollowing = false;
let wanted: Rebuild | undefined;
let running: Promise<void> | undefined;

/**
 * Refreshes derived data whenever papers change, while the background runs. Further calls do
 * nothing.
 */
export function followChangeLog(): void {
  if (isFollowing) return;
  isFollowing = true;
  const answered = (latest: number | undefined): void => {
    if (latest !== undefined) void refreshDerivedData();
  };
  // The next event of the background tries again.
  const failed = (): void => {
    isFollowing = false;
  };
  watch(latestChange, { answered, failed }, new AbortController().signal);
}

/**
 * Brings title table and search index up to date, in slices; resolves when done. A call during a
 * run causes another pass. Never rejects: the change log stays, and the next call tries again.
 */
export function refreshDerivedData(rebuild: Rebuild = {}): Promise<void> {
  wanted = { titles: wanted?.titles || rebuild.titles, index: wanted?.index || rebuild.index };
  running ??= runPasses().finally(() => {
    running = undefined;
  });
  return running;
}

async function runPasses(): Promise<void> {
  const keepAlive = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_MS);
  try {
    while (wanted) {
      const rebuild = wanted;
      wanted = undefined;
      await refresh(rebuild).catch((error) => logError('background', error));
    }
  } finally {
    clearInterval(keepAlive);
  }
}

/** The title table comes first: it is quicker to build, and pages need it. */
async function refresh(rebuild: Rebuild): Promise<void> {
  await openDatabase();
  const log = await readChangeLog();
  if (rebuild.titles || log.some(({ keepsTitle }) => !keepsTitle)) {
    await storeTitleTable(buildTitleTable(titlesOf(await allPapers())));
  }
  await updateIndex(log, pause, rebuild.index);
}

/** All titles of all papers, each once, under the id that pages use for it. */
function titlesOf(papers: readonly Paper[]): Iterable<{ id: PaperId; title: string }> {
  const titles = new Map<PaperId, { id: PaperId; title: string }>();
  for (const { id, title, titleIds, alsoTitled = [] } of papers) {
    // Nearly all papers have one title and the id made from it.
    if (!titleIds) titles.set(id, { id, title });
    else for (const one of [title, ...alsoTitled]) titles.set(paperIdOf(one), { id: paperIdOf(one), title: one });
  }
  return titles.values();
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
