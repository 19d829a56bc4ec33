/** Questions about the reading list. */
import type { PaperId, ReadingListEntry } from '../core/paper.ts';
import { database, type PaperlightDatabase } from './database.ts';

/** The entries that stand in the list, topmost first. */
export async function readingList(db: PaperlightDatabase = database): Promise<ReadingListEntry[]> {
  const entries = await db.readingList.orderBy('position').toArray();
  return entries.filter((entry) => entry.deletedAt === null);
}

/** The entry of a paper that stands in the list, or undefined. */
export async function entryOf(
  paperId: PaperId,
  db: PaperlightDatabase = database,
): Promise<ReadingListEntry | undefined> {
  const entry = await db.readingList.get(paperId);
  return entry?.deletedAt === null ? entry : undefined;
}
