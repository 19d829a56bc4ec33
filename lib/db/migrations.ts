/** What upgrades of the database do to what it holds. Each runs in the transaction of the upgrade: wholly or not at all. */
import type { Transaction } from 'dexie';
import { NEVER, nextStamp } from '../core/clock.ts';
import { blankEntry, entryFields } from '../core/entry.ts';
import type { ReadingListEntry } from '../core/paper.ts';

/** Entries of version 1 had no stamps: their fields count as changed when the entry was. */
export async function toVersion2(transaction: Transaction): Promise<void> {
  await transaction
    .table<Omit<ReadingListEntry, 'stamps'> & Partial<ReadingListEntry>>('readingList')
    .toCollection()
    .modify((entry) => {
      const stamp = nextStamp(NEVER, entry.changedAt, 'v1');
      entry.stamps = { ...blankEntry(entry.paperId).stamps };
      for (const field of entryFields) entry.stamps[field] = stamp;
    });
}
