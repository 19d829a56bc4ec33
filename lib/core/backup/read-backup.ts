/** Reads a backup, and validates every field before anything is done with it. */

import type { ReadingListEntry } from '../model/entry.ts';
import { entryFields, mergeEntries } from '../model/entry.ts';
import {
  DamageError,
  dateOf,
  type Fields,
  fieldsOf,
  isDate,
  linkOf,
  listOf,
  maxItems,
  maxLengths,
  numberOf,
  oneOf,
  paperIdIn,
  tagsOf,
  textOf,
  type Wanted,
} from '../model/foreign-values.ts';
import { isIdOf } from '../model/identity.ts';
import { asHearsay, idKinds, learnedIn, withLearned } from '../model/learned-ids.ts';
import type { Digest, ExternalIds, LearnedId, Paper, PaperId } from '../model/paper.ts';
import { paperIdOf } from '../model/paper-id.ts';
import { shortVenueOf } from '../model/short-venue.ts';
import { isStamp, NEVER, nextStamp, type Stamp, stampTime } from '../model/stamp.ts';
import { BACKUP_VERSION, type Backup, FORMAT } from './backup.ts';
import { readCredits, readNames, readRecord, readTitles } from './read-record.ts';

const DAY_MS = 86_400_000;

/** Why this version can't read a file as a backup. */
export type BackupProblem =
  | { what: 'too-large'; bytes: number; most: number }
  /** The browser can't read it. */
  | { what: 'unreadable'; detail: string }
  | { what: 'empty' | 'no-text' | 'export' | 'no-backup' | 'cut-off' }
  /** The line of the error, if known. */
  | { what: 'no-json'; line: number | undefined }
  | { what: 'newer'; version: number; known: number }
  | { what: 'damaged'; place: string; wanted: Wanted };

/** A file that this version can't read as a backup. */
export class BackupError extends Error {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem) {
    super(`The file is no backup: ${problem.what}.`);
    this.problem = problem;
  }
}

/**
 * Reads the text of a backup file. `now`, in milliseconds since the Unix epoch, tells which stamps
 * are from the future. Throws {@link BackupError}.
 */
export function readBackup(text: string, now: number): Backup {
  const file = parse(text);
  if (file.format !== FORMAT) throw new BackupError({ what: 'no-backup' });
  if (typeof file.version === 'number' && file.version > BACKUP_VERSION) {
    throw new BackupError({ what: 'newer', version: file.version, known: BACKUP_VERSION });
  }
  try {
    oneOf(file.version, [BACKUP_VERSION], 'version');
    const rows = <T>(name: string, read: (row: unknown, place: string) => T): T[] =>
      listOf(file[name], name, maxItems.rows, read);
    const papers = distinct(rows('papers', readPaper), 'papers');
    const records = file.records === undefined ? [] : rows('records', readRecord);
    const saidOf = Map.groupBy(records, ({ paperId }) => paperId);
    // A paper's id may come from a title that only one of its sources gives.
    const isOwn = (paper: Paper): boolean =>
      isIdOf(paper.id, [paper, ...(saidOf.get(paper.id) ?? []).map(({ record }) => record)]);
    const ownPapers = papers.filter(isOwn);
    const owned = new Set(ownPapers.map(({ id }) => id));
    const ownRecords = records.filter(({ paperId }) => owned.has(paperId));
    const decisions = file.decisions === undefined ? [] : rows('decisions', readDecision);
    return {
      at: dateOf(file.at, 'at'),
      entries: withoutRepeats(rows('entries', (entry, place) => readEntry(entry, place, now))),
      digests: distinct(rows('digests', readDigest), 'digests'),
      papers: ownPapers,
      known: rows('known', (value, place) => {
        const fields = fieldsOf(value, place);
        return { id: paperIdIn(fields.id, `${place}.id`), learned: readLearned(fields, place) };
      }),
      ...(ownRecords.length > 0 && { records: ownRecords }),
      ...(decisions.length > 0 && { decisions }),
      ...(file.settings ? { settings: fieldsOf(file.settings, 'settings') } : {}),
      ...(ownPapers.length < papers.length && { misnamed: papers.length - ownPapers.length }),
    };
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    throw new BackupError({ what: 'damaged', place: error.place, wanted: error.wanted });
  }
}

/**
 * Reads one entry of a file, or of a database of any version. Entries without stamps are those of
 * database version 1. A stamp from the future, which would win every merge until then, is replaced
 * by one of `now`, and so is a date out of range. Throws {@link DamageError}.
 */
export function readEntry(value: unknown, place: string, now: number): ReadingListEntry {
  const fields = fieldsOf(value, place);
  const date = (name: string): number => {
    const at = numberOf(fields[name], `${place}.${name}`);
    return isDate(at) ? Math.trunc(at) : now;
  };
  const changedAt = date('changedAt');
  return {
    paperId: paperIdIn(fields.paperId, `${place}.paperId`),
    status: oneOf(fields.status, ['to-read', 'reading', 'read'] as const, `${place}.status`),
    tags: tagsOf(fields.tags, `${place}.tags`),
    note: textOf(fields.note, `${place}.note`, maxLengths.note),
    position: numberOf(fields.position, `${place}.position`),
    addedAt: date('addedAt'),
    changedAt,
    deletedAt: fields.deletedAt === null ? null : date('deletedAt'),
    stamps: readStamps(fields.stamps, `${place}.stamps`, changedAt, now),
  };
}

function readStamps(value: unknown, place: string, changedAt: number, now: number): ReadingListEntry['stamps'] {
  const fields = value === undefined ? undefined : fieldsOf(value, place);
  const read = (name: string): Stamp => {
    const stamp = fields ? fields[name] : nextStamp(NEVER, changedAt, 'v1');
    if (!isStamp(stamp)) throw new DamageError(`${place}.${name}`, 'time-stamp');
    return stampTime(stamp) > now + DAY_MS ? nextStamp(NEVER, now, 'v1') : stamp;
  };
  return Object.fromEntries(entryFields.map((name) => [name, read(name)])) as ReadingListEntry['stamps'];
}

/** Reads one paper. Throws {@link DamageError}. */
export function readPaper(value: unknown, place: string): Paper {
  const fields = fieldsOf(value, place);
  const id = paperIdIn(fields.id, `${place}.id`);
  const title = textOf(fields.title, `${place}.title`, maxLengths.title);
  const credits = readCredits(fields, place);
  const said = fields.said === undefined ? {} : readNames(fields.said, `${place}.said`);
  const alsoTitled = fields.alsoTitled === undefined ? [] : readTitles(fields.alsoTitled, `${place}.alsoTitled`);
  const titleIds = [title, ...alsoTitled].map(paperIdOf).filter((titleId) => titleId !== id);
  const shortVenue = credits.venue === undefined ? undefined : shortVenueOf(credits.venue);
  const paper: Paper = {
    id,
    title,
    abstract: textOf(fields.abstract, `${place}.abstract`, maxLengths.abstract),
    digestIds: namesOf(fields.digestIds, `${place}.digestIds`),
    codeLinks: listOf(fields.codeLinks, `${place}.codeLinks`, maxItems.links, linkOf),
    ...credits,
    ...(shortVenue !== undefined && { shortVenue }),
    ...(Object.keys(said).length > 0 && { said }),
    ...(alsoTitled.length > 0 && { alsoTitled }),
    ...(fields.titleIds !== undefined && titleIds.length > 0 && { titleIds }),
  };
  // What sources say was not learned from pages.
  return withLearned(paper, readLearned(fields, place, said));
}

/** Reads the reader's decision about two papers. */
function readDecision(value: unknown, place: string): NonNullable<Backup['decisions']>[number] {
  const { pair, is } = fieldsOf(value, place);
  const [a = '', b = '', ...more] = textOf(pair, `${place}.pair`, maxLengths.name).split(' ');
  if (more.length > 0) throw new DamageError(`${place}.pair`, 'two-paper-ids');
  const ids = [paperIdIn(a, `${place}.pair`), paperIdIn(b, `${place}.pair`)];
  return { pair: ids.join(' '), is: oneOf(is, ['same', 'another'] as const, `${place}.is`) };
}

/** Reads one digest. Throws {@link DamageError}. */
export function readDigest(value: unknown, place: string): Digest {
  const fields = fieldsOf(value, place);
  const name = (field: string): string => textOf(fields[field], `${place}.${field}`, maxLengths.name);
  return {
    id: name('id'),
    name: name('name'),
    date: fields.date === null ? null : name('date'),
    source: oneOf(fields.source, ['bundled', 'file', 'page', 'bibliography', 'saved'] as const, `${place}.source`),
    ...(fields.origin !== undefined && { origin: textOf(fields.origin, `${place}.origin`, maxLengths.link) }),
    ...(fields.addedAt !== undefined && { addedAt: dateOf(fields.addedAt, `${place}.addedAt`) }),
    paperIds: listOf(fields.paperIds, `${place}.paperIds`, maxItems.rows, paperIdIn),
  };
}

function namesOf(value: unknown, place: string): string[] {
  return listOf(value, place, maxItems.rows, (name, at) => textOf(name, at, maxLengths.name));
}

/**
 * What pages have taught. Files of versions that did not note the origin of an id have only
 * `known`, which nothing proves. Malformed ids are left out, because links are made of them.
 */
function readLearned({ learned, known }: Fields, place: string, said: ExternalIds = {}): LearnedId[] {
  if (learned !== undefined) return learnedIn(learned);
  if (known === undefined) return [];
  return asHearsay(textsIn(known, `${place}.known`)).filter(({ kind, id }) => said[kind] !== id);
}

function textsIn(value: unknown, place: string): ExternalIds {
  const fields = fieldsOf(value, place);
  return Object.fromEntries(
    idKinds.map((kind) => [kind, textOf(fields[kind] ?? '', `${place}.${kind}`, maxLengths.name)]),
  );
}

function parse(text: string): Fields {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') throw new BackupError({ what: 'empty' });
  if (plain.includes('\0')) throw new BackupError({ what: 'no-text' });
  if (isExport(plain)) throw new BackupError({ what: 'export' });
  try {
    return fieldsOf(JSON.parse(plain), 'file');
  } catch (error) {
    if (error instanceof DamageError) throw new BackupError({ what: 'no-backup' });
    if (plain.startsWith('{') && !plain.endsWith('}')) {
      throw new BackupError({ what: 'cut-off' });
    }
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new BackupError({ what: 'no-json', line: line === undefined ? undefined : Number(line) });
  }
}

/** Whether a text begins like a file exported by Paperlight or a similar program. */
function isExport(text: string): boolean {
  const begin = text.slice(0, 2000);
  return (
    /^@\w+\s*\{/.test(begin) ||
    /^TY {1,2}- /.test(begin) ||
    /^\[\s*(?:\]|\{[\s\S]*"(?:citation-key|type|title)":)/.test(begin) ||
    /^- (?:\[[ x]\] )?\S/.test(begin) ||
    /^key,title,/.test(begin)
  );
}

/** Merges entries of the same paper. */
function withoutRepeats(entries: ReadingListEntry[]): ReadingListEntry[] {
  const byPaper = new Map<PaperId, ReadingListEntry>();
  for (const entry of entries) {
    const other = byPaper.get(entry.paperId);
    byPaper.set(entry.paperId, other ? mergeEntries(other, entry) : entry);
  }
  return [...byPaper.values()];
}

function distinct<T extends { id: string }>(rows: T[], place: string): T[] {
  const seen = new Set<string>();
  for (const [i, { id }] of rows.entries()) {
    if (seen.has(id)) throw new DamageError(`${place}[${i}].id`, 'another-id');
    seen.add(id);
  }
  return rows;
}
