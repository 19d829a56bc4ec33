/** A backup: all that the reader has made, and of the catalogue what did not come with the extension, in one JSON file. */
import type { Digest, KnownIds, Paper, PaperId, ReadingListEntry } from './paper.ts';

/** What every backup says that it is. */
export const FORMAT = 'paperlight-backup';

/** Of the format; a file of a later one is refused, of an earlier one read. */
export const BACKUP_VERSION = 1;

/** What a backup holds. */
export interface Backup {
  /** When it was made. Milliseconds since the Unix epoch. */
  at: number;
  /** Tombstones too. */
  entries: ReadingListEntry[];
  /** Digests that did not come with the extension. */
  digests: Digest[];
  /** The papers of these digests and of the entries. */
  papers: Paper[];
  /** What was learned about the other papers. */
  known: { id: PaperId; known: KnownIds }[];
  /** As they are stored; undefined where they could not be read. */
  settings?: unknown;
}

/** The backup as the text of a file. */
export function writeBackup({ at, entries, digests, papers, known, settings }: Backup): string {
  const file = { format: FORMAT, version: BACKUP_VERSION, at, settings, entries, digests, papers, known };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Of a catalogue what belongs in a backup beside `entries`. */
export function catalogueForBackup(
  entries: readonly ReadingListEntry[],
  allPapers: readonly Paper[],
  allDigests: readonly Digest[],
): Pick<Backup, 'digests' | 'papers' | 'known'> {
  const listed = new Set(entries.map(({ paperId }) => paperId));
  const bundled = new Set(allDigests.filter(({ source }) => source === 'bundled').map(({ id }) => id));
  const isOwn = ({ id, digestIds }: Paper): boolean =>
    listed.has(id) || digestIds.length === 0 || digestIds.some((digestId) => !bundled.has(digestId));
  return {
    digests: allDigests.filter(({ source }) => source !== 'bundled'),
    papers: allPapers.filter(isOwn),
    known: allPapers.flatMap((paper) => (paper.known && !isOwn(paper) ? [{ id: paper.id, known: paper.known }] : [])),
  };
}

/** The name of a backup's file: "paperlight-2026-03-14.json". `at` is in milliseconds since the Unix epoch. */
export function backupName(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `paperlight-${parts.join('-')}.json`;
}
