/**
 * The items of the browser's sync that hold the reading list: their names, shapes, and how to read
 * them.
 */

import type { ReadingListEntry } from '../model/entry.ts';
import { blankEntry, entryFields } from '../model/entry.ts';
import { isPaperId, isTitleOf, maxItems, maxLengths } from '../model/foreign-values.ts';
import type { PaperId } from '../model/paper.ts';
import { laterStamp, NEVER, type Stamp } from '../model/stamp.ts';
import { itemBytes } from './quota.ts';
import { isSoundStamp, type Row, readRow } from './row.ts';

/**
 * Version of the format, which comes first in every item. Items of later versions are left alone.
 */
export const FORMAT = 1;

/**
 * `[format, names of machines, rows]`; a row with extras is `[row and flags, …]`, in the order of
 * the flags.
 */
export type Bucket = [format: number, nodes: string[], rows: (string | [string, ...unknown[]])[]];

/** `[format, stamp, note]` */
export type NoteItem = [format: number, stamp: Stamp, note: string];

/** Items by key, as `storage.sync` gives and takes them. */
export type Items = Record<string, unknown>;

/** Flags at the end of a row for its extras. */
export const flags = { tags: 't', note: 'n', title: 'l' } as const;

const BUCKET_COUNT = 32;
const BUCKET_PREFIX = 'list.';
const NOTE_PREFIX = 'note.';

/** The key of the item with a paper's row. Ids are hashes, so that all items fill about equally. */
export function bucketKey(paperId: PaperId): string {
  return BUCKET_PREFIX + (Number.parseInt(paperId.slice(0, 4), 16) % BUCKET_COUNT).toString(36);
}

/** The key of an item that holds only the note on a paper. */
export function noteKey(paperId: PaperId): string {
  return NOTE_PREFIX + paperId;
}

/** Whether an item belongs to the reading list. */
export function isOurs(key: string): boolean {
  return key.startsWith(BUCKET_PREFIX) || key.startsWith(NOTE_PREFIX);
}

/**
 * What items say of a paper. A field with a stamp but without a value is known only to some other
 * machine.
 */
export interface RemoteEntry {
  row: Row | undefined;
  tags: string[] | undefined;
  note: { text: string; stamp: Stamp } | undefined;
  title: string | undefined;
}

/** The content of items. Damaged parts are left out, as if they did not exist. */
export interface DecodedItems {
  papers: Map<PaperId, RemoteEntry>;
  /** Whether there is an item of a later version. */
  isNewer: boolean;
  /** Bytes and number of the items that don't belong to the reading list. */
  others: { bytes: number; count: number };
}

/** Reads items of any origin. */
export function readItems(items: Items): DecodedItems {
  const found: DecodedItems = { papers: new Map(), isNewer: false, others: { bytes: 0, count: 0 } };
  const at = (paperId: PaperId): RemoteEntry => {
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
      else if (key.startsWith(NOTE_PREFIX)) readNote(key.slice(NOTE_PREFIX.length), value, at);
      else readBucket(value, at);
    }
  }
  return found;
}

function readNote(paperId: PaperId, [, stamp, text]: unknown[], at: (paperId: PaperId) => RemoteEntry): void {
  if (!isPaperId(paperId) || !isSoundStamp(stamp) || !isText(text, maxLengths.note)) return;
  takeNote(at(paperId), text, stamp);
}

/** A note can be in two items for a while, its row's and one of its own: the later one counts. */
function takeNote(carried: RemoteEntry, text: string, stamp: Stamp): void {
  if ((carried.note?.stamp ?? NEVER) < stamp) carried.note = { text, stamp };
}

function readBucket([, nodes, rows]: unknown[], at: (paperId: PaperId) => RemoteEntry): void {
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

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

/** An entry from another machine. */
export interface Incoming {
  /** Fields whose value is missing have no stamp either, so that they win over nothing. */
  entry: ReadingListEntry;
  title: string | undefined;
  /** The latest stamp in the items, also of missing values. */
  latest: Stamp;
}

/** The content of items, ready to merge into the list. */
export function incomingFrom({ papers }: DecodedItems): Incoming[] {
  return [...papers].map(([paperId, { row, tags, note, title }]) => {
    const entry = { ...blankEntry(paperId), ...row };
    const stamps = { ...entry.stamps };
    const latest = entryFields.reduce((last, field) => laterStamp(last, stamps[field]), note?.stamp ?? NEVER);
    stamps.tags = tags ? stamps.tags : NEVER;
    stamps.note = note?.stamp ?? NEVER;
    return { entry: { ...entry, stamps, tags: tags ?? [], note: note?.text ?? '' }, title, latest };
  });
}
