/**
 * How upgrades of the database change its content. Each runs in the transaction of its upgrade:
 * completely or not at all.
 */
import type { Transaction } from 'dexie';
import type { ReadingListEntry } from '../core/model/entry.ts';
import { blankEntry, entryFields } from '../core/model/entry.ts';
import { asHearsay, withLearned } from '../core/model/learned-ids.ts';
import type { Paper, PaperId } from '../core/model/paper.ts';
import { NEVER, nextStamp } from '../core/model/stamp.ts';

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

/**
 * Up to version 2 it was not noted which page gave a paper an id, nor whether its address proves
 * it. Such ids become hearsay, which the next visit to a page that proves one turns into a fact.
 */
export async function toVersion3(transaction: Transaction): Promise<void> {
  const paperIds: PaperId[] = [];
  await transaction
    .table<Paper>('papers')
    .toCollection()
    .modify((paper, row: { value: Paper }) => {
      if (!paper.known) return;
      row.value = withLearned(paper, asHearsay(paper.known));
      paperIds.push(paper.id);
    });
  // The search index counts them as papers with a link.
  if (paperIds.length > 0) await transaction.table('unindexed').add({ paperIds, keepsTitle: true });
}
