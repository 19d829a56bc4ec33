/** Restorations in words. */

import type { RestoreStep } from '../../lib/core/backup/plan-restore.ts';
import type { EntryField } from '../../lib/core/model/entry.ts';
import type { Snapshot } from '../../lib/db/database.ts';

const fieldNames: Record<EntryField, string> = {
  presence: 'whether it is on the list',
  status: 'status',
  tags: 'tags',
  note: 'note',
  position: 'place',
};

const reasons: Record<Snapshot['reason'], string> = {
  daily: 'before the first change of that day',
  restore: 'before a restoration',
  update: 'at an update of Paperlight',
  sync: 'before a synchronisation',
};

const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** "March 4, 2026 at 12:00 PM". Milliseconds since the Unix epoch. */
export function dateOf(at: number): string {
  return days.format(at);
}

/** Why a snapshot was taken. */
export function reasonOf({ reason }: Snapshot): string {
  return reasons[reason];
}

/** "3 added, 1 removed, 2 changed, 4 moved", or that nothing changes. */
export function sumOf(steps: readonly RestoreStep[]): string {
  const count = (effect: RestoreStep['effect']): number => steps.filter((step) => step.effect === effect).length;
  const parts = [
    [count('added'), 'added'],
    [count('removed'), 'removed'],
    [count('updated'), 'changed'],
    [count('moved'), 'moved'],
  ] as const;
  const said = parts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  return said.length > 0 ? said.join(', ') : 'no change of the list';
}

/** The fields of an entry that change: "status, note". */
export function changesOf({ fields }: RestoreStep): string {
  return fields.map((field) => fieldNames[field]).join(', ');
}
