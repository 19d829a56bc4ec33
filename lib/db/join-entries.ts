/** Joins entries of the reading list whose papers became one. */
import type { EntryChange } from '../core/model/entry.ts';
import { mergeNotes } from '../core/model/merge-notes.ts';
import type { PaperId } from '../core/model/paper.ts';
import { withTags } from '../core/model/tags.ts';
import type { JournalRecord, PaperlightDatabase } from './database.ts';
import { changeEntries } from './reading-list.ts';

/**
 * Moves what the reader made of the other paper to the one that stays. Returns the journal record;
 * undefined if the other one is not listed. Call within a transaction that may write what changes
 * of the list write.
 */
export async function joinEntries(
  db: PaperlightDatabase,
  kept: PaperId,
  other: PaperId,
  now: number,
): Promise<JournalRecord | undefined> {
  const from = await db.readingList.get(other);
  if (from?.deletedAt !== null) return undefined;
  return changeEntries(db, 'save', [kept, other], now, ([to]) => {
    const isListed = to?.deletedAt === null;
    const { status, position, addedAt, tags, note } = from;
    const change: EntryChange = {
      ...(!isListed && { addedAt, deletedAt: null, status, position }),
      tags: withTags(to?.tags ?? [], tags),
      note: mergeNotes('', to?.note ?? '', note),
    };
    return new Map([
      [kept, change],
      [other, { deletedAt: now }],
    ]);
  });
}
