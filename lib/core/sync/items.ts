/**
 * The items of the browser's sync that hold the reading list: their names and shapes, and reading
 * them.
 */

import type { ReadingListEntry } from '../model/entry.ts';
import { blankEntry, entryFields } from '../model/entry.ts';
import { isPaperId, isTitleOf, maxItems, maxLengths } from '../model/foreign-values.ts';
import type { PaperId } from '../model/paper.ts';
import { laterStamp, NEVER, type Stamp } from '../model/stamp.ts';
import { itemBytes } from './quota.ts';
import { isSoundStamp, type Row, readRow } from './row.ts';

/** Version of the format. It stands first in every item; a later version's items are left alone. */
export const FORMAT = 1;

/**
 * `[format, names of machines, rows]`; a row with something beside it is `[row and flags, …]`, in
 * the order of the flags.
 */
export type Bucket = [format: number, nodes: string[], rows: (string | [string, ...unknown[]])[]];

/** `[format, stamp, note]` */
export type NoteItem = [format: number, stamp: Stamp, note: string];

/** Items by key, as `storage.sync` gives and takes them. */
export type Items = Record<string, unknown>;

/** Flags at the end of a row: what stands beside it. */
export const flags = { tags: 't', note: 'n', title: 'l' } as const;

const BUCKETS = 32;
const BUCKET = 'list.';
const NOTE = 'note.';

/**
 * The key of the item that holds a paper's row: ids are hashes, so that all items get about as
 * many.
 */
export function bucketKey(paperId: PaperId): string {
  return BUCKET + (Number.parseInt(paperId.slice(0, 4), 16) % BUCKETS).toString(36);
}

/** The key of an item that holds nothing but the note on a paper. */
export function noteKey(paperId: PaperId): string {
  return NOTE + paperId;
}

/** Whether an item is one of the reading list. */
export function isOurs(key: string): boolean {
  return key.startsWith(BUCKET) || key.startsWith(NOTE);
}

/**
 * What items say of a paper. A field without a value here, but with a stamp, is known to some other
 * machine only.
 */
export interface Carried {
  row: Row | undefined;
  tags: string[] | undefined;
  note: { text: string; stamp: Stamp } | undefined;
  title: string | undefined;
}

/** What was found in items. What is damaged is left out, as if it were not there. */
export interface Found {
  papers: Map<PaperId, Carried>;
  /** Whether there is an item of a later version. */
  isNewer: boolean;
  /** Bytes and number of the items that are not of the reading list. */
  others: { bytes: number; count: number };
}

/** Reads items, of whatever origin. */
export function readItems(items: Items): Found {
  const found: Found = { papers: new Map(), isNewer: false, others: { bytes: 0, count: 0 } };
  const at = (paperId: PaperId): Carried => {
    const known = found.papers.get(paperId) ?? { row: undefined, tags: undefined, note: undefined, title: undefined };
    found.papers.set(paperId, known);
    return known;
  };
  for (const [key, value] of Object.entries(items)) {
    if (!isOurs(key)) {
      found.others.bytes += itemBytes(key, value);
      found.others.count++;
    } else if (Array.isArray(value)) {
      if (Number.isInteger(value[0]) && value[0] > FORMAT) found.isNewer = true;
      else if (value[0] !== FORMAT) continue;
      else if (key.startsWith(NOTE)) readNote(key.slice(NOTE.length), value, at);
      else readBucket(value, at);
    }
  }
  return found;
}

function readNote(paperId: PaperId, [, stamp, text]: unknown[], at: (paperId: PaperId) => Carried): void {
  if (!isPaperId(paperId) || !isSoundStamp(stamp) || !isText(text, maxLengths.note)) return;
  takeNote(at(paperId), text, stamp);
}

/**
 * A note can stand in two items for a while, that with the row and one of its own: the later one
 * counts.
 */
function takeNote(carried: Carried, text: string, stamp: Stamp): void {
  if ((carried.note?.stamp ?? NEVER) < stamp) carried.note = { text, stamp };
}

function readBucket([, nodes, rows]: unknown[], at: (paperId: PaperId) => Carried): void {
  if (!Array.isArray(nodes) || !Array.isArray(rows)) return;
  for (const written of rows) {
    const [line, ...beside]: unknown[] = Array.isArray(written) ? written : [written];
    if (typeof line !== 'string') continue;
    const marks = /[a-z]*$/.exec(line)?.[0] ?? '';
    const row = readRow(line.slice(0, line.length - marks.length), nodes);
    if (!row || marks.length !== beside.length) continue;
    const carried = at(row.paperId);
    Object.assign(carried, { row, tags: undefined });
    for (const [i, mark] of [...marks].entries()) {
      const value = beside[i];
      if (mark === flags.tags && row.stamps.tags !== NEVER && isTexts(value)) carried.tags = value;
      else if (!isText(value, maxLengths.note)) continue;
      else if (mark === flags.note && row.stamps.note !== NEVER) takeNote(carried, value, row.stamps.note);
      else if (mark === flags.title && isTitleOf(value, row.paperId)) carried.title = value;
    }
  }
}

/** A list without holes, which `every` would skip. */
function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length <= maxItems.tags && [...value].every((tag) => isText(tag, maxLengths.tag))
  );
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

/** A paper of the list from elsewhere. */
export interface Incoming {
  /** Fields whose value was not there have no stamp either, so that they win over nothing. */
  entry: ReadingListEntry;
  title: string | undefined;
  /** The latest stamp that was seen, of values that were not there too. */
  latest: Stamp;
}

/** What was found, ready for being merged into the list. */
export function incomingFrom({ papers }: Found): Incoming[] {
  return [...papers].map(([paperId, { row, tags, note, title }]) => {
    const entry = { ...blankEntry(paperId), ...row };
    const stamps = { ...entry.stamps };
    const latest = entryFields.reduce((last, field) => laterStamp(last, stamps[field]), note?.stamp ?? NEVER);
    stamps.tags = tags ? stamps.tags : NEVER;
    stamps.note = note?.stamp ?? NEVER;
    return { entry: { ...entry, stamps, tags: tags ?? [], note: note?.text ?? '' }, title, latest };
  });
}
