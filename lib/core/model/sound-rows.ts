/**
 * Whether rows of the database are what this version writes. A row that was damaged by a broken
 * disk, another program or a faulty version must cost itself, and nothing else.
 */
import type { ReadingListEntry } from './entry.ts';
import { entryFields } from './entry-fields.ts';
import type { Digest, Paper } from './paper.ts';
import { statuses } from './statuses.ts';

/** Whether a row is an entry of the reading list. */
export function isSoundEntry(row: unknown): row is ReadingListEntry {
  const { paperId, status, tags, note, position, addedAt, changedAt, deletedAt, stamps } = fieldsIn(row);
  return (
    isText(paperId) &&
    statuses.some((known) => known.status === status) &&
    areTexts(tags) &&
    isText(note) &&
    Number.isFinite(position) &&
    isDate(addedAt) &&
    isDate(changedAt) &&
    (deletedAt === null || isDate(deletedAt)) &&
    entryFields.every((field) => isText(fieldsIn(stamps)[field]))
  );
}

/** Whether a row is a paper. */
export function isSoundPaper(row: unknown): row is Paper {
  const { id, title, abstract, digestIds, codeLinks, known } = fieldsIn(row);
  return (
    [id, title, abstract].every(isText) &&
    areTexts(digestIds) &&
    areTexts(codeLinks) &&
    (known === undefined || (typeof known === 'object' && known !== null))
  );
}

/** Whether a row is a digest. */
export function isSoundDigest(row: unknown): row is Digest {
  const { id, name, date, source, paperIds } = fieldsIn(row);
  return [id, name, source].every(isText) && (date === null || isText(date)) && areTexts(paperIds);
}

/** Whether a row of the journal or of the snapshots has a date, and entries that can be read. */
export function isSoundRecord(row: unknown): boolean {
  const { at, entries } = fieldsIn(row);
  return isDate(at) && Array.isArray(entries) && entries.every(isSoundStep);
}

function isSoundStep(step: unknown): boolean {
  if (isSoundEntry(step)) return true;
  const { before, after } = fieldsIn(step);
  return isSoundEntry(after) && (before === null || isSoundEntry(before));
}

/** The fields of a row, none if it is no object. */
export function fieldsIn(row: unknown): Record<string, unknown> {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
}

/** Whether a value is a text. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && [...value].every(isText);
}

/** Milliseconds since the Unix epoch, within the range of JavaScript's dates. */
function isDate(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}
