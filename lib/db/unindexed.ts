/** Papers that came, changed or went since the search index was stored. */
import type { PaperId } from '../core/paper.ts';
import type { PaperlightDatabase } from './database.ts';

/** Has the next upkeep index these papers again. Call within the transaction that writes them. */
export async function noteUnindexed(db: PaperlightDatabase, paperIds: readonly PaperId[]): Promise<void> {
  await db.unindexed.bulkAdd(paperIds.map((paperId) => ({ paperId }) as { id: number; paperId: PaperId }));
}
