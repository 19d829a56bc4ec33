/**
 * What of the reading list the browser's sync carries, when not all of it fits. Machines that know
 * the same choose the same: each takes by one order what fits into the room that is left. Machines
 * that know different things come to agree. Of two choices, look at the first thing, in that order,
 * which only one has. The other machine has read it in the items by then, and has as much room left
 * for it; so it would have taken it too. That is why the order may depend on nothing but stamps,
 * ids and what was taken before, and why what does not fit leaves its stamp in the row: else a
 * machine that has an older value would put that there, again and again. It takes machines that
 * don't write in step, too, since of two that write an item at once one is not heard (pace.ts).
 */

import type { ReadingListEntry } from '../model/entry.ts';
import { blankEntry, entryFields, latestStamp } from '../model/entry.ts';
import type { PaperId } from '../model/paper.ts';
import { laterStamp, NEVER } from '../model/stamp.ts';
import { type Carried, type Found, type Items, isOurs } from './items.ts';
import { jsonBytes } from './quota.ts';
import { Room } from './room.ts';
import { isSound, type Row } from './row.ts';

/**
 * Longer notes, in bytes, have items of their own: then a change of them does not carry other
 * papers along.
 */
const LONG_NOTE = 500;

/** Something of the list that is not carried. */
export interface Left {
  paperId: PaperId;
  what: 'entry' | 'tags' | 'note' | 'title';
  /**
   * `elsewhere`: another machine has a later value, and no room for it either. `damaged`: the entry
   * has something that no list can have.
   */
  why: 'too-long' | 'no-room' | 'elsewhere' | 'damaged';
  /** Whether the paper was taken off the list. */
  isRemoved: boolean;
}

/** The items as they should be. */
export interface Packing {
  items: Items;
  /** Bytes of all items, those of others too. */
  bytes: number;
  /** Entries of which at least the row is carried, tombstones among them. */
  rows: number;
  /** Papers among them that were taken off the list. */
  tombstones: number;
  left: Left[];
}

/**
 * Packs the list. All that `found`, the items as they are, says must have been merged into
 * `entries`. `titles` has those of papers that stand in the list, as far as they are known.
 */
export function pack(
  entries: readonly ReadingListEntry[],
  titles: ReadonlyMap<PaperId, string>,
  found: Found,
): Packing {
  const room = new Room(found.others);
  const sound = [...entries.filter(isSound), ...unknownTo(entries, found)];
  const damaged = entries.filter((entry) => !isSound(entry));
  const left: Left[] = damaged.map((entry) => leftOf(entry, 'entry', 'damaged'));
  const taken: Taken[] = [];
  const decided = new Set<PaperId>();
  const short: ReadingListEntry[] = [];
  for (const candidate of sound.flatMap((entry) => rowsOf(entry, found)).sort(byLatest)) {
    const { entry, row, isCurrent } = candidate;
    if (decided.has(entry.paperId)) continue;
    if (room.takeRow(row)) {
      decided.add(entry.paperId);
      taken.push(candidate);
    } else if (isCurrent) short.push(entry);
  }
  left.push(...short.map((entry) => leftOf(entry, 'entry', 'no-room')));

  const standing = taken.filter(({ row }) => row.deletedAt === null);
  const removed = taken.filter(({ row }) => row.deletedAt !== null);
  for (const group of [standing, removed]) {
    for (const each of inOrderOf('tags', group)) takeTags(each, room, left);
    for (const each of inOrderOf('note', group)) takeNote(each, room, left);
    if (group === removed) continue;
    for (const { entry, carried } of group) {
      // Two spellings of a title have one id: the one that is there stays.
      const title = carried?.title ?? titles.get(entry.paperId)?.toWellFormed();
      if (title !== undefined && !room.takeBeside(entry.paperId, 'title', title))
        left.push(leftOf(entry, 'title', 'no-room'));
    }
  }
  const isWhollyLeft = new Set(short.map(({ paperId }) => paperId));
  return {
    items: room.items(),
    bytes: room.bytes,
    rows: taken.length - taken.filter(({ isCurrent }) => !isCurrent).length,
    tombstones: removed.length,
    left: left.filter(({ paperId, what }) => what === 'entry' || !isWhollyLeft.has(paperId)),
  };
}

/** What has to be written for the items to be as they should. */
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
  carried: Carried | undefined;
  /** Whether the row says what the entry does, not what it said before. */
  isCurrent: boolean;
}

/**
 * The rows that may stand for an entry, the better one first. Where there is no room for the one,
 * an older and shorter one that is there already stays: to a machine that knows nothing later it
 * would seem to be missing.
 */
function rowsOf(entry: ReadingListEntry, found: Found): Taken[] {
  const carried = found.papers.get(entry.paperId);
  const row = rowOf(entry, found);
  if (latestStamp(row) === NEVER) return [];
  const current: Taken = { entry, row, carried, isCurrent: true };
  if (!carried?.row || carried.row === row) return [current];
  return [current, { entry, row: carried.row, carried, isCurrent: false }];
}

/**
 * Papers of which nothing but stamps has come here yet: what belongs to the stamps is known to
 * other machines.
 */
function unknownTo(entries: readonly ReadingListEntry[], { papers }: Found): ReadingListEntry[] {
  const known = new Set(entries.map(({ paperId }) => paperId));
  return [...papers].flatMap(([paperId, { row }]) => (row && !known.has(paperId) ? blankEntry(paperId) : []));
}

/** The row of an entry: its own, with the later stamps of values that only another machine has. */
function rowOf(entry: ReadingListEntry, { papers }: Found): Row {
  const carried = papers.get(entry.paperId);
  const { paperId, addedAt, deletedAt, status, position } = entry;
  const stamps = { ...entry.stamps };
  if (carried?.row)
    for (const field of ['tags', 'note'] as const) stamps[field] = laterStamp(stamps[field], carried.row.stamps[field]);
  const row = { paperId, addedAt, deletedAt, status, position, stamps };
  // What is there under the same stamps stays as it is: nobody should write over what says the
  // same.
  return carried?.row && entryFields.every((field) => carried.row?.stamps[field] === stamps[field]) ? carried.row : row;
}

function takeTags({ entry, row, carried }: Taken, room: Room, left: Left[]): void {
  const isThere = carried?.tags && carried.row?.stamps.tags === row.stamps.tags;
  const own = entry.stamps.tags === row.stamps.tags ? entry.tags.map((tag) => tag.toWellFormed()) : undefined;
  const tags = isThere ? carried.tags : own;
  if (!tags) left.push(leftOf(entry, 'tags', 'elsewhere'));
  else if (!room.takeBeside(row.paperId, 'tags', tags)) left.push(leftOf(entry, 'tags', 'no-room'));
}

function takeNote({ entry, row, carried }: Taken, room: Room, left: Left[]): void {
  const { paperId, stamps } = row;
  const own = entry.stamps.note === stamps.note ? entry.note.toWellFormed() : undefined;
  const note = carried?.note?.stamp === stamps.note ? carried.note.text : own;
  if (note === undefined) {
    // An older one stays until the machine that has the later one replaces it, which may be under
    // way.
    if (carried?.note) room.takeNote(paperId, carried.note.stamp, carried.note.text);
    left.push(leftOf(entry, 'note', 'elsewhere'));
    return;
  }
  if (jsonBytes(note) <= LONG_NOTE && room.takeBeside(paperId, 'note', note)) return;
  if (room.takeNote(paperId, stamps.note, note)) return;
  left.push(leftOf(entry, 'note', Room.hasItemFor(paperId, stamps.note, note) ? 'no-room' : 'too-long'));
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

function leftOf({ paperId, deletedAt }: ReadingListEntry, what: Left['what'], why: Left['why']): Left {
  return { paperId, what, why, isRemoved: deletedAt !== null };
}
