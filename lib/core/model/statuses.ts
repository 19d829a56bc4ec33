/** How far the reader has come with a paper. */
import type { ReadingStatus } from './entry.ts';

/** All statuses, in the order in which a paper goes through them, each with its name in files. */
export const statuses: readonly { status: ReadingStatus; label: string }[] = [
  { status: 'to-read', label: 'To read' },
  { status: 'reading', label: 'Reading' },
  { status: 'read', label: 'Read' },
];

/** The name of a status in files; pages get it from lib/words. */
export function labelOf(status: ReadingStatus): string {
  return statuses.find((known) => known.status === status)?.label ?? status;
}

/** The status after this one; the first comes after the last. */
export function nextStatus(status: ReadingStatus): ReadingStatus {
  const index = statuses.findIndex((known) => known.status === status);
  return (statuses[(index + 1) % statuses.length] as (typeof statuses)[number]).status;
}
