/**
 * The change log of the catalogue: papers that came, changed or went since the data derived from
 * them were refreshed. Its one consumer, in the background, deletes what it has processed.
 */
import type { PaperId } from '../core/model/paper.ts';
import { database, type LoggedChange, type PaperlightDatabase } from './database.ts';

/**
 * Logs changes of papers. Call within the transaction that writes them, with `unindexed` in its
 * scope.
 */
export async function logChanges(
  db: PaperlightDatabase,
  paperIds: readonly PaperId[],
  { keepsTitle = false } = {},
): Promise<void> {
  if (paperIds.length > 0) await db.unindexed.add({ paperIds: [...paperIds], ...(keepsTitle && { keepsTitle }) });
}

/** All logged changes, the earliest first. */
export async function readChangeLog(db: PaperlightDatabase = database): Promise<LoggedChange[]> {
  const rows: (LoggedChange & { paperId?: PaperId })[] = await db.unindexed.toArray();
  // Earlier versions wrote a row per paper.
  return rows.map(({ paperId, ...row }) => (paperId === undefined ? row : { ...row, paperIds: [paperId] }));
}

/** Number of the latest logged change; undefined while derived data are current. */
export async function latestChange(db: PaperlightDatabase = database): Promise<number | undefined> {
  return (await db.unindexed.orderBy('id').last())?.id;
}
