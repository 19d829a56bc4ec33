/** Sentences about changes of the reading list and their undo. */
import type { ReadingStatus } from '../../lib/core/model/entry.ts';
import type { ChangeKind, JournalRecord } from '../../lib/db/database.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** Suffixes of message keys, by kind of change. */
const changes = {
  save: 'Save',
  remove: 'Remove',
  tags: 'Tags',
  note: 'Note',
  move: 'Move',
  restore: 'Restore',
  undo: 'Undo',
} as const satisfies Record<Exclude<ChangeKind, 'status'>, string>;

const statusChanges = {
  'to-read': 'ToRead',
  reading: 'Reading',
  read: 'Read',
} as const satisfies Record<ReadingStatus, string>;

/**
 * What a change did, without a full stop. `title` is that of the paper, if it changed a single one.
 */
export function whatWasDone(change: JournalRecord, title: string | undefined): string {
  const name = changeOf(change);
  if (title !== undefined) return t(`list.did${name}One`, { title });
  return t(`list.did${name}`, change.entries.length, { n: formatNumber(change.entries.length) });
}

/** The same as a sentence. */
export function doneSentence(change: JournalRecord, title: string | undefined): string {
  return t('list.done', { what: whatWasDone(change, title) });
}

/** What is true after a change was undone. */
export function undoneSentence(change: JournalRecord, title: string | undefined): string {
  const name = changeOf(change);
  if (title !== undefined) return t(`list.undid${name}One`, { title });
  return t(`list.undid${name}`, change.entries.length, { n: formatNumber(change.entries.length) });
}

function changeOf({ kind, entries }: JournalRecord) {
  return kind === 'status' ? statusChanges[entries[0]?.after.status ?? 'to-read'] : changes[kind];
}
