/** Plans how restoring a backup or a snapshot changes the reading list. */

import type { ReadingListEntry } from '../model/entry.ts';
import {
  blankEntry,
  changedEntry,
  type EntryChange,
  type EntryField,
  entryFields,
  fieldValue,
  mergeEntries,
} from '../model/entry.ts';
import type { PaperId } from '../model/paper.ts';
import type { Stamp } from '../model/stamp.ts';

/** `merge`: of each field the later value wins. `exact`: the list becomes the restored one. */
export type RestoreMode = 'merge' | 'exact';

/** A change to one entry. */
export interface RestoreStep {
  before: ReadingListEntry | null;
  after: ReadingListEntry;
  /**
   * The change as the reader sees it. `unseen`: the entry is in the list neither before nor after.
   */
  effect: 'added' | 'removed' | 'updated' | 'moved' | 'unseen';
  /** The fields whose values change. */
  fields: EntryField[];
  /** Each side has changes that the other lacks; of each field the later value wins. */
  isConflict: boolean;
}

/**
 * The steps that restore `other` into `current`, without unchanged entries. `stamp` and `now` are
 * those of the restoration.
 */
export function planRestoration(
  current: readonly ReadingListEntry[],
  other: readonly ReadingListEntry[],
  mode: RestoreMode,
  stamp: Stamp,
  now: number,
): RestoreStep[] {
  const here = new Map(current.map((entry) => [entry.paperId, entry]));
  const there = new Map(other.map((entry) => [entry.paperId, entry]));
  const ids = new Set([...there.keys(), ...(mode === 'exact' ? here.keys() : [])]);
  return [...ids].flatMap((id) => {
    const [before, wanted] = [here.get(id), there.get(id)];
    const after = mode === 'merge' ? merged(before, wanted) : exact(id, before, wanted, stamp, now);
    return isSame(before, after) ? [] : [stepOf(before, after, wanted)];
  });
}

function merged(before: ReadingListEntry | undefined, wanted: ReadingListEntry | undefined): ReadingListEntry {
  return before && wanted ? mergeEntries(before, wanted) : ((before ?? wanted) as ReadingListEntry);
}

function exact(
  id: PaperId,
  before: ReadingListEntry | undefined,
  wanted: ReadingListEntry | undefined,
  stamp: Stamp,
  now: number,
): ReadingListEntry {
  if (!wanted || wanted.deletedAt !== null) {
    if (before?.deletedAt !== null) return before ?? (wanted as ReadingListEntry);
    return changedEntry(before, { deletedAt: now }, stamp, now);
  }
  const from = before ?? blankEntry(id);
  const change: EntryChange = {};
  for (const field of differing(from, wanted)) Object.assign(change, fieldValue(wanted, field));
  return Object.keys(change).length > 0 ? changedEntry(from, change, stamp, now) : from;
}

function stepOf(
  before: ReadingListEntry | undefined,
  after: ReadingListEntry,
  wanted: ReadingListEntry | undefined,
): RestoreStep {
  const fields = differing(before ?? blankEntry(after.paperId), after);
  return {
    before: before ?? null,
    after,
    effect: effectOf(before, after, fields),
    fields,
    isConflict: Boolean(before && wanted && isConflict(before, wanted)),
  };
}

function effectOf(
  before: ReadingListEntry | undefined,
  after: ReadingListEntry,
  fields: EntryField[],
): RestoreStep['effect'] {
  const [was, is] = [before?.deletedAt === null, after.deletedAt === null];
  if (!was && !is) return 'unseen';
  if (was !== is) return is ? 'added' : 'removed';
  if (fields.length === 0) return 'unseen';
  return fields.every((field) => field === 'position') ? 'moved' : 'updated';
}

/** Whether each side is ahead in some field. */
function isConflict(a: ReadingListEntry, b: ReadingListEntry): boolean {
  const fields = differing(a, b).filter((field) => field !== 'position');
  const isAhead = (x: ReadingListEntry, y: ReadingListEntry): boolean =>
    fields.some((field) => x.stamps[field] > y.stamps[field]);
  return isAhead(a, b) && isAhead(b, a);
}

function differing(a: ReadingListEntry, b: ReadingListEntry): EntryField[] {
  return entryFields.filter((field) => JSON.stringify(fieldValue(a, field)) !== JSON.stringify(fieldValue(b, field)));
}

function isSame(a: ReadingListEntry | undefined, b: ReadingListEntry): boolean {
  return a !== undefined && (a === b || entryFields.every((field) => a.stamps[field] === b.stamps[field]));
}
