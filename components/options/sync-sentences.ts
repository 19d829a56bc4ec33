/** The sync of the reading list in words. */
import { TOTAL_BYTES } from '../../lib/core/sync/quota.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { count } from '../ui/sentences.ts';

/** What is not carried of a paper, and why. */
export function whyLeft({ what, why, isRemoved }: SyncReport['left'][number]): string {
  const part = what === 'entry' ? 'the whole entry' : what === 'tags' ? 'its tags' : 'its note';
  const whose = isRemoved ? `${part}; the paper is off the list` : part;
  switch (why) {
    case 'too-long':
      return `${whose}: longer than the 8 kB that an item may have`;
    case 'no-room':
      return `${whose}: no room left`;
    case 'elsewhere':
      return `${whose}: changed later in another browser, which could not send it`;
    case 'damaged':
      return `${whose}: something in it is damaged`;
  }
}

/**
 * How much is not carried, or would not be, beside titles: "2 papers and 3 notes are not carried".
 * Empty if all is.
 */
export function whatIsLeft(left: SyncReport['left'], isOn: boolean): string {
  const kinds = [
    ['entry', 'paper'],
    ['note', 'note'],
    ['tags', 'paper’s tags', 'papers’ tags'],
  ] as const;
  const parts = kinds.flatMap(([what, one, many]) => {
    const number = left.filter((each) => each.what === what).length;
    if (number === 0) return [];
    return many && number > 1 ? `${number} ${many}` : count(number, one);
  });
  if (parts.length === 0) return '';
  const isOne = parts.length === 1 && parts[0]?.startsWith('1 ') && !parts[0].endsWith('tags');
  const verb = !isOn ? 'would not be' : isOne ? 'is not' : 'are not';
  return `${parts.join(' and ')} ${verb} carried. ${isOne ? 'It stays' : 'They stay'} on this computer.`;
}

/** "12 of 100 kB": of the room in the browser's sync. */
export function roomUsed(bytes: number): string {
  const kilobytes = bytes / 1024;
  const used = kilobytes > 0 && kilobytes < 10 ? Math.max(0.1, Math.round(kilobytes * 10) / 10) : Math.ceil(kilobytes);
  return `${used} of ${TOTAL_BYTES / 1024} kB`;
}

/** What went wrong, and what to do; empty if nothing did. */
export function whatIsWrong({ problem }: SyncReport): string {
  switch (problem?.kind) {
    case undefined:
      return '';
    case 'newer':
      return 'Another browser of yours has a newer Paperlight, which writes the list in a way that this one can’t read. Nothing is written from here until you update it.';
    case 'rate':
      return 'The browser lets extensions sync only so often. What is not synced yet will be in some minutes.';
    case 'full':
      return `The browser’s sync has no room for the list (${problem.detail}). Nothing is lost: all of it is on this computer.`;
    case 'other':
      return `The browser’s sync does not work right now (${problem.detail}). It will be tried again; all of the list is on this computer.`;
  }
}

/** When the list was synced last. */
export function whenSynced(syncedAt: number, now: number): string {
  if (syncedAt === 0) return 'Not synced yet.';
  const minutes = Math.floor((now - syncedAt) / 60_000);
  if (minutes < 0 || minutes > 24 * 60) return `Last synced ${new Date(syncedAt).toLocaleString()}.`;
  if (minutes === 0) return 'Synced just now.';
  return `Last synced ${minutes < 60 ? count(minutes, 'minute') : count(Math.floor(minutes / 60), 'hour')} ago.`;
}
