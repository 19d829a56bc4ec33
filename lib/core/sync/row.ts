/**
 * A row: the part of every entry that the sync carries, as one short line of text. Tags, note and
 * title are added to it if there is room.
 */

import type { ReadingListEntry, ReadingStatus } from '../model/entry.ts';
import { type EntryField, entryFields } from '../model/entry.ts';
import { isDate, isPaperId } from '../model/foreign-values.ts';
import { NEVER, readStamp, type Stamp, writeStamp } from '../model/stamp.ts';

/**
 * Whether the paper is on the list, its status and position, and when each field was changed, also
 * those whose value is not in the row: a machine that lacks a note knows by its stamp that there is
 * a later one than its own.
 */
export type Row = Pick<ReadingListEntry, 'paperId' | 'addedAt' | 'deletedAt' | 'status' | 'position' | 'stamps'>;

const statuses: ReadingStatus[] = ['to-read', 'reading', 'read'];

/** Later stamps count as damaged: the clock could not continue from the last of them. */
const MAX_STAMP_TIME_MS = Date.UTC(2200, 0);
const MAX_STAMP_COUNT = 36 ** 4 - 1;

/**
 * The text of a row. `nodes` is the item's table of machine names, and has all of {@link nodesOf}.
 * For example `0123456789abcdef,10001,mhxyzabc.0,0,,,-12`: the paper; for each field the number of
 * its stamp, 0 for none; the stamps, each a time in base 36 and a number in the table; how long
 * before the first stamp it was saved and removed; status; position.
 */
export function writeRow({ paperId, addedAt, deletedAt, status, position, stamps }: Row, nodes: string[]): string {
  const distinct = [...new Set(entryFields.map((field) => stamps[field]))].filter((stamp) => stamp !== NEVER);
  const saved = readStamp(stamps.presence)?.time;
  const before = (time: number | null): string =>
    saved === undefined || time === null ? '' : (saved - time).toString(36);
  return [
    paperId,
    entryFields.map((field) => distinct.indexOf(stamps[field]) + 1).join(''),
    distinct.map((stamp) => shortStamp(stamp, nodes)).join(' '),
    before(addedAt),
    before(deletedAt),
    stamps.status === NEVER ? '' : statuses.indexOf(status),
    stamps.position === NEVER ? '' : position,
  ].join(',');
}

/** Names of the machines in the stamps of a row. */
export function nodesOf({ stamps }: Row): string[] {
  const names = entryFields.flatMap((field) => readStamp(stamps[field])?.node ?? []);
  return [...new Set(names)];
}

/** Reads what {@link writeRow} wrote; undefined for anything else. */
export function readRow(text: string, nodes: readonly string[]): Row | undefined {
  const parts = text.split(',');
  const [paperId = '', pattern = '', short = '', added = '', deleted = '', status, position] = parts;
  if (parts.length !== 7 || !/^[0-5]{5}$/.test(pattern)) return undefined;
  const distinct = [NEVER, ...(short ? short.split(' ').map((stamp) => longStamp(stamp, nodes)) : [])];
  const stamps = {} as Record<EntryField, Stamp>;
  for (const [i, field] of entryFields.entries()) {
    const stamp = distinct[Number(pattern[i])];
    if (stamp === undefined) return undefined;
    stamps[field] = stamp;
  }
  const saved = readStamp(stamps.presence)?.time;
  const at = (before: string): number => (saved === undefined ? 0 : saved - fromBase36(before));
  const row: Row = {
    paperId,
    stamps,
    addedAt: at(added),
    deletedAt: saved !== undefined && deleted === '' ? null : at(deleted),
    status: status ? (statuses[Number(status)] as ReadingStatus) : 'to-read',
    position: position ? Number(position) : 0,
  };
  return isSound(row) ? row : undefined;
}

/** Whether this program could have written a row. */
export function isSound({ paperId, addedAt, deletedAt, status, position, stamps }: Row): boolean {
  return (
    isPaperId(paperId) &&
    isWholeDate(addedAt) &&
    (deletedAt === null || isWholeDate(deletedAt)) &&
    statuses.includes(status) &&
    Number.isFinite(position) &&
    entryFields.every((field) => stamps[field] === NEVER || isSoundStamp(stamps[field]))
  );
}

/** Rows have no fractions of a millisecond. */
function isWholeDate(at: number): boolean {
  return isDate(at) && Number.isInteger(at);
}

/** Whether the clock can continue from a stamp. */
export function isSoundStamp(stamp: unknown): stamp is Stamp {
  const parts = typeof stamp === 'string' ? readStamp(stamp) : undefined;
  return parts !== undefined && parts.time < MAX_STAMP_TIME_MS;
}

function shortStamp(stamp: Stamp, nodes: string[]): string {
  const parts = readStamp(stamp);
  if (!parts) return '';
  const { time, count, node } = parts;
  return `${time.toString(36)}.${nodes.indexOf(node).toString(36)}${count ? `.${count.toString(36)}` : ''}`;
}

function longStamp(short: string, nodes: readonly string[]): Stamp | undefined {
  const [time = '', index = '', count = '0', ...rest] = short.split('.');
  const node = nodes[fromBase36(index)];
  const parts = { time: fromBase36(time), count: fromBase36(count) };
  if (node === undefined || rest.length > 0 || !(parts.time >= 0 && parts.count >= 0 && parts.count <= MAX_STAMP_COUNT))
    return undefined;
  const stamp = writeStamp({ ...parts, node });
  return isSoundStamp(stamp) ? stamp : undefined;
}

function fromBase36(text: string): number {
  return /^-?[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;
}
