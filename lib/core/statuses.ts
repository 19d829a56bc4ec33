/** How far the reader has come with a paper, in words and keys. */
import type { ReadingStatus } from './paper.ts';

/** All of them, in the order in which they come about. Their keys are 1, 2 and 3. */
export const statuses: readonly { status: ReadingStatus; label: string }[] = [
  { status: 'to-read', label: 'To read' },
  { status: 'reading', label: 'Reading' },
  { status: 'read', label: 'Read' },
];

/** The status that a key names, or undefined. */
export function statusOfKey(key: string): ReadingStatus | undefined {
  return /^[123]$/.test(key) ? statuses[Number(key) - 1]?.status : undefined;
}

/** What a status is called. */
export function labelOf(status: ReadingStatus): string {
  return statuses.find((known) => known.status === status)?.label ?? status;
}

/** The status after this one, round the end. */
export function nextStatus(status: ReadingStatus): ReadingStatus {
  const index = statuses.findIndex((known) => known.status === status);
  return (statuses[(index + 1) % statuses.length] as (typeof statuses)[number]).status;
}
