/**
 * Chooses what of the reading list the browser's sync carries, if not all of it fits. Machines that
 * know the same choose the same: each takes things in one order as long as there is room. Machines
 * that know different things converge: of two choices, consider the first thing, in that order,
 * that only one has. The other machine has read it in the items by then, and has as much room left
 * for it, so it would have taken it too. This is why the order depends on nothing but stamps, ids
 * and what was taken before, and why what does not fit leaves its stamp in the row: otherwise a
 * machine with an older value would write that, again and again. It also takes machines that don't
 * write in step, because of two that write an item at once one is overwritten (pace.ts).
 */

import type { ReadingListEntry } from '../model/entry.ts';
import { blankEntry, entryFields, latestStamp } from '../model/entry.ts';
import type { PaperId } from '../model/paper.ts';
import { laterStamp, NEVER } from '../model/stamp.ts';
import { type DecodedItems, type Items, isOurs, type RemoteEntry } from './items.ts';
import { jsonBytes } from './quota.ts';
import { QuotaPacker } from './quota-packer.ts';
import { isSound, type Row } from './row.ts';

/** Longer notes get items of their own, so that changing one does not rewrite other papers. */
const MAX_NOTE_BYTES_IN_ROW = 500;

/** A part of the list that the sync does not carry. */
export interface Omission {
  paperId: PaperId;
  what: 'entry' | 'tags' | 'note' | 'title';
  /**
   * `elsewhere`: another machine has a later value, and no room for it either. `damaged`: the entry
   * has something that no list can have.
   */
  why: 'too-long' | 'no-room' | 'elsewhere' | 'damaged';
  /** Whether the paper was removed from the list. */
  isRemoved: boolean;
}

/** The items as they should be. */
export interface Packing {
  items: Items;
  /** Bytes of all items, including those of others. */
  bytes: number;
  /** Entries with at least a row in the items, including tombstones. */
  rows: number;
  /** How many of them are tombstones. */
  tombstones: number;
  left: Omission[];
}

/**
 * Packs the list. Everything in `found`, the current items, must have been merged into `entries`.
 * `titles` has those of papers on the list, as far as they are known.
 */
export function pack(
  entries: readonly ReadingListEntry[],
  titles: ReadonlyMap<PaperId, string>,
  found: DecodedItems,
): Packing {
  const packer = new QuotaPacker(found.others);
  const sound = [...entries.filter(isSound), ...unknownTo(entries, found)];
  const damaged = entries.filter((entry) => !isSound(entry));
  const left: Omission[] = damaged.map((entry) => omissionOf(entry, 'entry', 'damaged'));
  const taken: Taken[] = [];
  const decided = new Set<PaperId>();
  const short: ReadingListEntry[] = [];
  for (const candidate of sound.flatMap((entry) => rowsOf(entry, found)).sort(byLatest)) {
    const { entry, row, isCurrent } = candidate;
    if (decided.has(entry.paperId)) continue;
    if (packer.takeRow(row)) {
      decided.add(entry.paperId);
      taken.push(candidate);
    } else if (isCurrent) short.push(entry);
  }
  left.push(...short.map((entry) => omissionOf(entry, 'entry', 'no-room')));

  const standing = taken.filter(({ row }) => row.deletedAt === null);
  const removed = taken.filter(({ row }) => row.deletedAt !== null);
  for (const group of [standing, removed]) {
    for (const each of inOrderOf('tags', group)) takeTags(each, packer, left);
    for (const each of inOrderOf('note', group)) takeNote(each, packer, left);
    if (group === removed) continue;
    for (const { entry, carried } of group) {
      // Two spellings of a title have one id: the existing one stays.
      const title = carried?.title ?? titles.get(entry.paperId)?.toWellFormed();
      if (title !== undefined && !packer.takeExtra(entry.paperId, 'title', title))
        left.push(omissionOf(entry, 'title', 'no-room'));
    }
  }
  const isWhollyLeft = new Set(short.map(({ paperId }) => paperId));
  return {
    items: packer.items(),
    bytes: packer.bytes,
    rows: taken.length - taken.filter(({ isCurrent }) => !isCurrent).length,
    tombstones: removed.length,
    left: left.filter(({ paperId, what }) => what === 'entry' || !isWhollyLeft.has(paperId)),
  };
}

/** What to write to turn the stored items into those of a packing. */
export interface Changes {
  set: Items;
  remove: string[];
}

/**
 * How the reading list's items in `stored` differ from those of a packing; undefined if they don't.
 */
export function changesTo(items: Items, stored: Items): Changes | undefined {
  const isSame = (key: string): boolean => JSON.stringify(items[key]) === JSON.stringify(stored[key]);
  const set = Object.fromEntries(Object.entries(items).filter(([key]) => !isSame(key)));
  const remove = Object.keys(stored).filter((key) => isOurs(key) && !(key in items));
  return Object.keys(set).length + remove.length > 0 ? { set, remove } : undefined;
}

interface Taken {
  entry: ReadingListEntry;
  row: Row;
  carried: RemoteEntry | undefined;
  /** Whether the row says what the entry says now, not what it said before. */
  isCurrent: boolean;
}

/**
 * The rows that may represent an entry, the better one first. If there is no room for it, an older
 * and shorter one that is stored already stays: to a machine that knows nothing later, the entry
 * would seem to be missing.
 */
function rowsOf(entry: ReadingListEntry, found: DecodedItems): Taken[] {
  const carried = found.papers.get(entry.paperId);
  const row = rowOf(entry, found);
  if (latestStamp(row) === NEVER) return [];
  const current: Taken = { entry, row, carried, isCurrent: true };
  if (!carried?.row || carried.row === row) return [current];
  return [current, { entry, row: carried.row, carried, isCurrent: false }];
}

/** Papers of which only stamps have arrived here yet: other machines know the values. */
function unknownTo(entries: readonly ReadingListEntry[], { papers }: DecodedItems): ReadingListEntry[] {
  const known = new Set(entries.map(({ paperId }) => paperId));
  return [...papers].flatMap(([paperId, { row }]) => (row && !known.has(paperId) ? blankEntry(paperId) : []));
}

/** The row of an entry: its own, with the later stamps of values that only another machine has. */
function rowOf(entry: ReadingListEntry, { papers }: DecodedItems): Row {
  const carried = papers.get(entry.paperId);
  const { paperId, addedAt, deletedAt, status, position } = entry;
  const stamps = { ...entry.stamps };
  if (carried?.row)
    for (const field of ['tags', 'note'] as const) stamps[field] = laterStamp(stamps[field], carried.row.stamps[field]);
  const row = { paperId, addedAt, deletedAt, status, position, stamps };
  // What is stored under the same stamps stays as it is: nobody should overwrite what says the
  // same.
  return carried?.row && entryFields.every((field) => carried.row?.stamps[field] === stamps[field]) ? carried.row : row;
}

function takeTags({ entry, row, carried }: Taken, packer: QuotaPacker, left: Omission[]): void {
  const isThere = carried?.tags && carried.row?.stamps.tags === row.stamps.tags;
  const own = entry.stamps.tags === row.stamps.tags ? entry.tags.map((tag) => tag.toWellFormed()) : undefined;
  const tags = isThere ? carried.tags : own;
  if (!tags) left.push(omissionOf(entry, 'tags', 'elsewhere'));
  else if (!packer.takeExtra(row.paperId, 'tags', tags)) left.push(omissionOf(entry, 'tags', 'no-room'));
}

function takeNote({ entry, row, carried }: Taken, packer: QuotaPacker, left: Omission[]): void {
  const { paperId, stamps } = row;
  const own = entry.stamps.note === stamps.note ? entry.note.toWellFormed() : undefined;
  const note = carried?.note?.stamp === stamps.note ? carried.note.text : own;
  if (note === undefined) {
    // An older note stays until the machine with the later one replaces it, which may be under way.
    if (carried?.note) packer.takeNote(paperId, carried.note.stamp, carried.note.text);
    left.push(omissionOf(entry, 'note', 'elsewhere'));
    return;
  }
  if (jsonBytes(note) <= MAX_NOTE_BYTES_IN_ROW && packer.takeExtra(paperId, 'note', note)) return;
  if (packer.takeNote(paperId, stamps.note, note)) return;
  left.push(omissionOf(entry, 'note', QuotaPacker.fitsItsOwnItem(paperId, stamps.note, note) ? 'no-room' : 'too-long'));
}

function inOrderOf(field: 'tags' | 'note', group: readonly Taken[]): Taken[] {
  const stamped = group.filter(({ row }) => row.stamps[field] !== NEVER);
  return stamped.sort(
    (a, b) => compare(b.row.stamps[field], a.row.stamps[field]) || compare(a.row.paperId, b.row.paperId),
  );
}

function byLatest({ row: a, isCurrent }: Taken, { row: b }: Taken): number {
  return compare(latestStamp(b), latestStamp(a)) || compare(a.paperId, b.paperId) || (isCurrent ? -1 : 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function omissionOf({ paperId, deletedAt }: ReadingListEntry, what: Omission['what'], why: Omission['why']): Omission {
  return { paperId, what, why, isRemoved: deletedAt !== null };
}
