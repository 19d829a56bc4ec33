/** Reading a backup: what is in the file is checked to the last field before anything is done with it. */
import { BACKUP_VERSION, type Backup, FORMAT } from './backup.ts';
import { DamageError, type Fields, fieldsOf, listOf, numberOf, oneOf, textOf } from './checked.ts';
import { isStamp, NEVER, nextStamp, type Stamp, stampTime } from './clock.ts';
import { entryFields, mergeEntries } from './entry.ts';
import type { Digest, KnownIds, Paper, PaperId, ReadingListEntry } from './paper.ts';

const DAY_MS = 86_400_000;
const FIRST = 'Choose a file that Paperlight has saved; its name begins with “paperlight-”.';

/** Why a file of bytes is not even looked into. */
export const NOT_TEXT = `This is not a file of text. ${FIRST}`;

/** A file that is no backup that this version can read. The message says why, and what to do. */
export class BackupError extends Error {}

/** Reads the text of a backup's file. `now`, in milliseconds since the Unix epoch, tells which stamps are from the future. Throws {@link BackupError}. */
export function readBackup(text: string, now: number): Backup {
  const file = parse(text);
  if (file.format !== FORMAT) throw new BackupError(`This is not a backup of Paperlight. ${FIRST}`);
  if (typeof file.version === 'number' && file.version > BACKUP_VERSION) {
    throw new BackupError(
      `This backup was made by a newer version of Paperlight (its format is ${file.version}, and this version reads ${BACKUP_VERSION}). Update the extension, then restore it.`,
    );
  }
  try {
    oneOf(file.version, [BACKUP_VERSION], 'version');
    return {
      at: numberOf(file.at, 'at'),
      entries: withoutRepeats(listOf(file.entries, 'entries', (entry, place) => readEntry(entry, place, now))),
      digests: distinct(listOf(file.digests, 'digests', readDigest), 'digests'),
      papers: distinct(listOf(file.papers, 'papers', readPaper), 'papers'),
      known: listOf(file.known, 'known', (value, place) => {
        const fields = fieldsOf(value, place);
        return { id: paperId(fields.id, `${place}.id`), known: readKnown(fields.known, `${place}.known`) };
      }),
      ...(file.settings ? { settings: fieldsOf(file.settings, 'settings') } : {}),
    };
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    throw new BackupError(`The backup is damaged: ${error.message} Nothing was changed. Restore from another file.`);
  }
}

/**
 * Reads one entry, of a file or of a database of any version. Entries without stamps are as version 1 of the database had them; a stamp
 * from the future, which would win over all that is done until then, becomes one of now. Throws {@link DamageError}.
 */
export function readEntry(value: unknown, place: string, now: number): ReadingListEntry {
  const fields = fieldsOf(value, place);
  const changedAt = numberOf(fields.changedAt, `${place}.changedAt`);
  return {
    paperId: paperId(fields.paperId, `${place}.paperId`),
    status: oneOf(fields.status, ['to-read', 'reading', 'read'] as const, `${place}.status`),
    tags: [...new Set(listOf(fields.tags, `${place}.tags`, textOf))],
    note: textOf(fields.note, `${place}.note`),
    position: numberOf(fields.position, `${place}.position`),
    addedAt: numberOf(fields.addedAt, `${place}.addedAt`),
    changedAt,
    deletedAt: fields.deletedAt === null ? null : numberOf(fields.deletedAt, `${place}.deletedAt`),
    stamps: readStamps(fields.stamps, `${place}.stamps`, changedAt, now),
  };
}

function readStamps(value: unknown, place: string, changedAt: number, now: number): ReadingListEntry['stamps'] {
  const fields = value === undefined ? undefined : fieldsOf(value, place);
  const read = (name: string): Stamp => {
    const stamp = fields ? fields[name] : nextStamp(NEVER, changedAt, 'v1');
    if (!isStamp(stamp)) throw new DamageError(`${place}.${name}`, 'a time stamp');
    return stampTime(stamp) > now + DAY_MS ? nextStamp(NEVER, now, 'v1') : stamp;
  };
  return Object.fromEntries(entryFields.map((name) => [name, read(name)])) as ReadingListEntry['stamps'];
}

/** Reads one paper. Throws {@link DamageError}. */
export function readPaper(value: unknown, place: string): Paper {
  const fields = fieldsOf(value, place);
  return {
    id: paperId(fields.id, `${place}.id`),
    title: textOf(fields.title, `${place}.title`),
    abstract: textOf(fields.abstract, `${place}.abstract`),
    digestIds: listOf(fields.digestIds, `${place}.digestIds`, textOf),
    codeLinks: listOf(fields.codeLinks, `${place}.codeLinks`, link),
    ...(fields.known === undefined ? {} : { known: readKnown(fields.known, `${place}.known`) }),
  };
}

/** Reads one digest. Throws {@link DamageError}. */
export function readDigest(value: unknown, place: string): Digest {
  const fields = fieldsOf(value, place);
  return {
    id: textOf(fields.id, `${place}.id`),
    name: textOf(fields.name, `${place}.name`),
    date: fields.date === null ? null : textOf(fields.date, `${place}.date`),
    source: oneOf(fields.source, ['bundled', 'file', 'page', 'bibliography'] as const, `${place}.source`),
    paperIds: listOf(fields.paperIds, `${place}.paperIds`, paperId),
  };
}

function readKnown(value: unknown, place: string): KnownIds {
  const fields = fieldsOf(value, place);
  const known: KnownIds = {};
  for (const name of ['arxiv', 'doi', 'openreview'] as const) {
    if (fields[name] === undefined) continue;
    const id = textOf(fields[name], `${place}.${name}`);
    if (!/^[^\s<>"]{1,300}$/.test(id)) throw new DamageError(`${place}.${name}`, 'an id without spaces');
    known[name] = id;
  }
  return known;
}

function paperId(value: unknown, place: string): PaperId {
  if (typeof value !== 'string' || !/^[0-9a-f]{16}$/.test(value)) throw new DamageError(place, 'the id of a paper');
  return value;
}

/** Links are shown to be clicked: nothing but addresses of the web will do. */
function link(value: unknown, place: string): string {
  if (typeof value !== 'string' || !/^https:\/\/[^\s]+$/.test(value)) throw new DamageError(place, 'an https address');
  return value;
}

function parse(text: string): Fields {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') throw new BackupError(`The file is empty. ${FIRST}`);
  if (plain.includes('\0')) throw new BackupError(NOT_TEXT);
  try {
    return fieldsOf(JSON.parse(plain), 'file');
  } catch (error) {
    if (plain.startsWith('{') && !plain.endsWith('}')) {
      throw new BackupError('The file ends in the middle: it was not saved completely. Restore from another file.');
    }
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new BackupError(`The file is not in JSON${line ? `, from line ${line} on` : ''}. ${FIRST}`);
  }
}

/** Two entries of one paper become one. */
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
    if (seen.has(id)) throw new DamageError(`${place}[${i}].id`, 'different from those before');
    seen.add(id);
  }
  return rows;
}
