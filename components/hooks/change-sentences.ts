/** Changes of the reading list in words: what was done, and what is so after it was taken back. */
import { labelOf } from '../../lib/core/model/statuses.ts';
import type { JournalRecord } from '../../lib/db/database.ts';
import { count } from '../ui/sentences.ts';

/** What a change did. `title` is that of the paper, where it changed a single one. */
export function whatWasDone(change: JournalRecord, title: string | undefined): string {
  const what = title === undefined ? count(change.entries.length, 'paper') : `“${title}”`;
  const after = change.entries[0]?.after;
  switch (change.kind) {
    case 'save':
      return `Saved ${what}.`;
    case 'remove':
      return `Removed ${what}.`;
    case 'status':
      return `Marked ${what} as ${labelOf(after?.status ?? 'to-read').toLowerCase()}.`;
    case 'tags':
      return `Changed the tags of ${what}.`;
    case 'note':
      return `Changed the note on ${what}.`;
    case 'move':
      return `Moved ${what}.`;
    case 'restore':
      return `Restored ${what}.`;
    case 'undo':
      return `Took a change of ${what} back.`;
  }
}

/** What is so after a change was taken back. */
export function whatIsAgain(change: JournalRecord, title: string | undefined): string {
  const isOne = change.entries.length === 1;
  const what = title === undefined ? count(change.entries.length, 'paper') : `“${title}”`;
  if (change.kind === 'save') return `Removed ${what} again.`;
  if (change.kind === 'remove') return `${what} ${isOne ? 'is' : 'are'} back on the reading list.`;
  return `Took back: ${whatWasDone(change, title).replace(/^./, (letter) => letter.toLowerCase())}`;
}
