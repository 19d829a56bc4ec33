/**
 * A backup: everything that the reader made, and the part of the catalogue that did not come with
 * the extension, as one JSON file.
 */
import type { ReadingListEntry } from '../model/entry.ts';
import { factsOf } from '../model/learned-ids.ts';
import type { Digest, LearnedId, Paper, PaperId } from '../model/paper.ts';
import type { StoredRecord } from '../model/sourced-paper.ts';

/** Identifies a file as a backup. */
export const FORMAT = 'paperlight-backup';

/** Version of the format. Files of later versions are refused, those of earlier ones read. */
export const BACKUP_VERSION = 1;

/** What a backup holds. */
export interface Backup {
  /** When it was made. Milliseconds since the Unix epoch. */
  at: number;
  /** Includes tombstones. */
  entries: ReadingListEntry[];
  /** Digests that did not come with the extension. */
  digests: Digest[];
  /** The papers of these digests and of the entries. */
  papers: Paper[];
  /** What pages have taught of the other papers. */
  known: { id: PaperId; learned: LearnedId[] }[];
  /** What sources say of these papers, where they differ. */
  records?: StoredRecord[];
  /** What the reader decided about pairs of papers. */
  decisions?: { pair: string; is: 'same' | 'another' }[];
  /** As they are stored; undefined where they could not be read. */
  settings?: unknown;
  /** Papers of the file that were left out because their ids belong to other titles. */
  misnamed?: number;
}

/** The backup as the text of a file. */
export function writeBackup({ at, entries, digests, papers, known, records, decisions, settings }: Backup): string {
  // Earlier versions read `known` alone.
  const taught = known.map(({ id, learned }) => ({ id, known: factsOf(learned), learned }));
  const catalogue = { digests, papers, known: taught, records, decisions };
  const file = { format: FORMAT, version: BACKUP_VERSION, at, settings, entries, ...catalogue };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The part of a catalogue that belongs in a backup with these `entries`. */
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
    known: allPapers.flatMap((paper) =>
      paper.learned && !isOwn(paper) ? [{ id: paper.id, learned: paper.learned }] : [],
    ),
  };
}

/**
 * The name of a backup's file: "paperlight-2026-03-14.json". `at` is in milliseconds since the Unix
 * epoch.
 */
export function backupName(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `paperlight-${parts.join('-')}.json`;
}
