/**
 * Papers with what each of their sources says, as rows of `papers` and `records`: reading, writing
 * and deleting them.
 */
import type { Paper, PaperId } from '../core/model/paper.ts';
import { type Sayings, type StoredRecord, sayingsOf } from '../core/model/sourced-paper.ts';
import { logChanges } from './change-log.ts';
import type { PaperlightDatabase } from './database.ts';
import { isIndexedDifferently } from './merge-papers.ts';

/** So many ids are looked for in a list of all keys. */
const MIN_LISTED_IDS = 500;

/** A paper of the catalogue, if it exists, and what each of its sources says. */
export interface PaperWithSayings {
  paper?: Paper | undefined;
  sayings?: Sayings;
  hasRecords: boolean;
}

/** Papers in the order of `ids`, each with what its sources say of it. */
export async function papersWithSayings(db: PaperlightDatabase, ids: readonly PaperId[]): Promise<PaperWithSayings[]> {
  const papers = await db.papers.bulkGet([...ids]);
  const byPaper = new Map<PaperId, StoredRecord[]>();
  // Papers that don't exist have none: each key that is looked up takes time.
  const there = papers.flatMap((paper) => paper?.id ?? []);
  const recorded = await amongKeys(there, async () =>
    (await db.records.toCollection().primaryKeys()).map(([, paperId]) => paperId),
  );
  for (const record of await db.records.where('paperId').anyOf(recorded).toArray()) {
    byPaper.set(record.paperId, [...(byPaper.get(record.paperId) ?? []), record]);
  }
  return papers.map((paper) => {
    const stored = (paper && byPaper.get(paper.id)) ?? [];
    return paper ? { paper, sayings: sayingsOf(paper, stored), hasRecords: stored.length > 0 } : { hasRecords: false };
  });
}

/**
 * Writes papers and their records over those `before`, and logs the changes for title table and
 * search index. Call within a transaction that may write `papers`, `records` and `unindexed`.
 */
export async function writePapers(
  db: PaperlightDatabase,
  before: readonly PaperWithSayings[],
  made: readonly { paper: Paper; records: StoredRecord[] }[],
): Promise<void> {
  const old = new Map(before.flatMap((one) => (one.paper ? [[one.paper.id, one]] : [])));
  await db.records
    .where('paperId')
    .anyOf(made.flatMap(({ paper }) => (old.get(paper.id)?.hasRecords ? [paper.id] : [])))
    .delete();
  await db.records.bulkPut(made.flatMap(({ records }) => records));
  await db.papers.bulkPut(made.map(({ paper }) => paper));
  for (const keepsTitle of [false, true]) {
    const changed = made.filter(({ paper }) => {
      const was = old.get(paper.id)?.paper;
      const isSameTitle = was?.title === paper.title && String(was.titleIds ?? '') === String(paper.titleIds ?? '');
      return isSameTitle === keepsTitle && isIndexedDifferently(was, paper);
    });
    await logChanges(
      db,
      changed.map(({ paper }) => paper.id),
      { keepsTitle },
    );
  }
}

/**
 * Those of `ids` that may be among the keys of a table. A list of all keys takes less time than
 * looking each of many ids up.
 */
export async function amongKeys(ids: readonly PaperId[], keys: () => Promise<PaperId[]>): Promise<PaperId[]> {
  if (ids.length < MIN_LISTED_IDS) return [...ids];
  const there = new Set(await keys());
  return ids.filter((id) => there.has(id));
}

/**
 * Deletes papers and their records, which are among those `before`, and logs it. Call within a
 * transaction that may write `papers`, `records` and `unindexed`.
 */
export async function deletePapers(
  db: PaperlightDatabase,
  before: readonly PaperWithSayings[],
  ids: readonly PaperId[],
): Promise<void> {
  const recorded = new Set(before.flatMap(({ paper, hasRecords }) => (paper && hasRecords ? [paper.id] : [])));
  await deleteRows(db, [...ids].sort());
  await db.records
    .where('paperId')
    .anyOf(ids.filter((id) => recorded.has(id)))
    .delete();
  await logChanges(db, ids);
}

/** Deletes rows of `papers`: many with no others between them by ranges, in half of the time. */
async function deleteRows(db: PaperlightDatabase, sorted: readonly PaperId[]): Promise<void> {
  if (sorted.length < MIN_LISTED_IDS) return db.papers.bulkDelete([...sorted]);
  const between = (first: PaperId, last: PaperId) => db.papers.where('id').between(first, last, true, true);
  const keys = await between(sorted[0] as PaperId, sorted.at(-1) as PaperId).primaryKeys();
  if (keys.length > 2 * sorted.length) return db.papers.bulkDelete([...sorted]);
  const gone = new Set(sorted);
  for (let i = 0; i < keys.length; i++) {
    const first = keys[i] as PaperId;
    if (!gone.has(first)) continue;
    while (gone.has(keys[i + 1] as PaperId)) i++;
    await between(first, keys[i] as PaperId).delete();
  }
}
