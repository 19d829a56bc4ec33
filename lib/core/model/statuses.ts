/** How far the reader has come with a paper. */
import type { ReadingStatus } from './entry.ts';

/** All of them, in the order in which they come about, each with its name in files. */
export const statuses: readonly { status: ReadingStatus; label: string }[] = [
  { status: 'to-read', label: 'To read' },
  { status: 'reading', label: 'Reading' },
  { status: 'read', label: 'Read' },
];

/** What a status is called in files; pages call it by lib/words. */
export function labelOf(status: ReadingStatus): string {
  return statuses.find((known) => known.status === status)?.label ?? status;
}

/** The status after this one, round the end. */
export function nextStatus(status: ReadingStatus): ReadingStatus {
  const index = statuses.findIndex((known) => known.status === status);
  return (statuses[(index + 1) % statuses.length] as (typeof statuses)[number]).status;
}
