/** What pages have taught of papers: storing it, removing it, and finding papers by it. */
import { isSameLearned, mergeLearned, withLearned } from '../core/model/learned-ids.ts';
import type { ExternalIds, LearnedId, Paper, PaperId } from '../core/model/paper.ts';
import { logChanges } from './change-log.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { isIndexedDifferently } from './merge-papers.ts';

/**
 * Stores what a page has taught of a paper, if the catalogue has it. Resolves with whether any of
 * it was new.
 */
export async function learn(
  paperId: PaperId,
  taught: readonly LearnedId[],
  db: PaperlightDatabase = database,
): Promise<boolean> {
  let isNew = false;
  await changeLearned(db, [paperId], (learned) => {
    const merged = mergeLearned(learned, taught);
    isNew = !isSameLearned(merged, learned);
    return merged;
  });
  return isNew;
}

/** Forgets one thing that a page has taught of a paper. */
export async function forget(paperId: PaperId, one: LearnedId, db: PaperlightDatabase = database): Promise<void> {
  await noteForgetting(db, () =>
    changeLearned(db, [paperId], (learned) => learned.filter((other) => !isSameLearned([other], [one]))),
  );
}

/** What was forgotten, so that it can be restored. */
export type Forgotten = Map<PaperId, LearnedId[]>;

/** Forgets all that pages have taught, of all papers. */
export async function forgetAll(db: PaperlightDatabase = database): Promise<Forgotten> {
  const forgotten: Forgotten = new Map();
  await noteForgetting(db, async () => {
    const papers = await db.papers.filter(({ learned }) => learned !== undefined).toArray();
    for (const { id, learned } of papers) forgotten.set(id, learned ?? []);
    await changeLearned(db, [...forgotten.keys()], () => []);
  });
  return forgotten;
}

/** Undoes forgetting; what was learned since stays. */
export async function remember(forgotten: Forgotten, db: PaperlightDatabase = database): Promise<void> {
  await changeLearned(db, [...forgotten.keys()], (learned, id) => mergeLearned(forgotten.get(id) ?? [], learned));
}

/** What pages have taught of a paper. */
export async function learnedOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<LearnedId[]> {
  return (await db.papers.get(paperId))?.learned ?? [];
}

/** The papers of which pages have taught something. */
export async function papersTaught(db: PaperlightDatabase = database): Promise<PaperId[]> {
  return db.papers.filter(({ learned }) => learned !== undefined).primaryKeys();
}

/** The paper that is proven to have one of these ids; undefined if there is none. */
export async function paperKnownAs(ids: ExternalIds, db: PaperlightDatabase = database): Promise<PaperId | undefined> {
  const names = Object.entries(ids) as [keyof ExternalIds, string][];
  if (names.length === 0) return undefined;
  // Asked rarely, and by the reader: an index would cost every paper.
  const paper = await db.papers.filter(({ known }) => names.some(([kind, name]) => known?.[kind] === name)).first();
  return paper?.id;
}

/**
 * Revision id of what was forgotten: changes whenever something is. Empty before the first time.
 */
export async function forgottenRevision(db: PaperlightDatabase = database): Promise<string> {
  return (await db.meta.get('forgotten'))?.value ?? '';
}

/** Changes what was learned of papers, and logs those that `has:link` newly finds, or no longer. */
async function changeLearned(
  db: PaperlightDatabase,
  paperIds: readonly PaperId[],
  change: (learned: readonly LearnedId[], paperId: PaperId) => LearnedId[],
): Promise<void> {
  await db.transaction('rw', db.papers, db.unindexed, async () => {
    const before = (await db.papers.bulkGet([...paperIds])).filter((paper) => paper !== undefined);
    const changed = before.flatMap((paper): [Paper, Paper][] => {
      const learned = change(paper.learned ?? [], paper.id);
      return isSameLearned(learned, paper.learned ?? []) ? [] : [[paper, withLearned(paper, learned)]];
    });
    await db.papers.bulkPut(changed.map(([, after]) => after));
    const reindexed = changed.filter(([before, after]) => isIndexedDifferently(before, after));
    await logChanges(
      db,
      reindexed.map(([{ id }]) => id),
      { keepsTitle: true },
    );
  });
}

/**
 * Notes that something was forgotten: the mirror of the reader's data outside the database must not
 * keep it.
 */
async function noteForgetting(db: PaperlightDatabase, work: () => Promise<void>): Promise<void> {
  await db.transaction('rw', db.papers, db.unindexed, db.meta, async () => {
    await work();
    await db.meta.put({ key: 'forgotten', value: crypto.randomUUID() });
  });
}
