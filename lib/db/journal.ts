/**
 * What was done to the reading list, and undoing it: also after the popup was closed, and from
 * another part of the extension.
 */

import type { ReadingListEntry } from '../core/model/entry.ts';
import { changedEntry, type EntryChange, entryFields, fieldValue } from '../core/model/entry.ts';
import { changeList } from './change-list.ts';
import { type ChangeKind, database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { stampNow } from './local-clock.ts';

/** Changes that are kept. */
const MAX_RECORDS = 200;
/** Edits of one note are one change if no pause between them is longer. */
const NOTE_MERGE_WINDOW_MS = 60_000;

/**
 * Records a change, within the transaction that makes it. Returns the record, or undefined if
 * nothing changed. Continued typing in a note extends the last record.
 */
export async function appendToJournal(
  db: PaperlightDatabase,
  kind: ChangeKind,
  entries: JournalRecord['entries'],
  now: number,
): Promise<JournalRecord | undefined> {
  if (entries.length === 0) return undefined;
  const last = await db.journal.orderBy('id').last();
  if (last && continuesNote(last, kind, entries, now)) {
    const { before } = last.entries[0] as JournalRecord['entries'][number];
    const { after } = entries[0] as JournalRecord['entries'][number];
    const extended = { ...last, at: now, entries: [{ before, after }] };
    await db.journal.put(extended);
    return extended;
  }
  return addRecord(db, { at: now, kind, entries, undone: 0 });
}

async function addRecord(db: PaperlightDatabase, record: Omit<JournalRecord, 'id'>): Promise<JournalRecord> {
  const id = await db.journal.add({ ...record } as JournalRecord);
  const excess = (await db.journal.count()) - MAX_RECORDS;
  if (excess > 0) await db.journal.bulkDelete(await db.journal.limit(excess).primaryKeys());
  return { ...record, id };
}

/** Changes that can be undone, the latest first. */
export async function undoable(db: PaperlightDatabase = database, limit = MAX_RECORDS): Promise<JournalRecord[]> {
  return db.journal
    .orderBy('id')
    .reverse()
    .filter(({ kind, undone }) => undone === 0 && kind !== 'undo')
    .limit(limit)
    .toArray();
}

/** Revision id of the journal: changes with every change and every undo. Empty before the first. */
export async function journalRevision(db: PaperlightDatabase = database): Promise<string> {
  const last = await db.journal.orderBy('id').last();
  return last ? `${last.id} ${last.at}` : '';
}

/** A change that was undone, and the record of the undo, which can be undone itself. */
export interface Undone {
  change: JournalRecord;
  made: JournalRecord;
}

/**
 * Undoes the change of this id, or the latest one. Fields that have changed again since stay as
 * they are. Returns undefined if there is nothing to undo.
 */
export async function undo(
  id?: number,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Undone | undefined> {
  const wanted = id === undefined ? (await undoable(db, 1))[0] : await db.journal.get(id);
  if (!wanted) return undefined;
  // Few changes have brought papers with them: merely listing changes should not load what writes
  // the catalogue.
  const growing = wanted.came && (await import('./growing-source.ts'));
  const work = async (): Promise<Undone | undefined> => {
    const change = await db.journal.get(wanted.id);
    if (!change || change.undone) return undefined;
    const stamp = await stampNow(db, now);
    const current = await db.readingList.bulkGet(change.entries.map(({ after }) => after.paperId));
    const entries = change.entries.flatMap(({ before, after }, i) => {
      const entry = current[i];
      const revert = entry && revertingChange(before, after, entry, now);
      return entry && revert ? [{ before: entry, after: changedEntry(entry, revert, stamp, now) }] : [];
    });
    await db.readingList.bulkPut(entries.map(({ after }) => after));
    await db.journal.update(change.id, { undone: 1 });
    // Undoing an undo repeats the change.
    const step = change.kind === 'undo' ? { kind: change.of ?? 'restore' } : { kind: 'undo' as const, of: change.kind };
    const { came } = change;
    if (came && step.kind === 'undo') await growing?.takeSaved(came, db, now);
    else if (came) await growing?.addSaved(came, db, now);
    const made = await addRecord(db, { at: now, ...step, entries, undone: 0, ...(came && { came }) });
    return { change, made };
  };
  return changeList(db, now, work, growing?.sourceTables(db));
}

/**
 * The change of `current` that reverts the step from `before` to `after`; undefined if nothing is
 * left to revert.
 */
function revertingChange(
  before: ReadingListEntry | null,
  after: ReadingListEntry,
  current: ReadingListEntry,
  now: number,
): EntryChange | undefined {
  const revert: EntryChange = {};
  for (const field of entryFields) {
    const isOurs = after.stamps[field] !== before?.stamps[field];
    if (!isOurs || !isSame(fieldValue(after, field), fieldValue(current, field))) continue;
    if (before) Object.assign(revert, fieldValue(before, field));
    else if (field === 'presence') Object.assign(revert, { deletedAt: now });
  }
  return Object.keys(revert).length > 0 ? revert : undefined;
}

function isSame(a: EntryChange, b: EntryChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function continuesNote(last: JournalRecord, kind: ChangeKind, entries: JournalRecord['entries'], now: number): boolean {
  return (
    kind === 'note' &&
    last.kind === 'note' &&
    last.undone === 0 &&
    entries.length === 1 &&
    last.entries[0]?.after.paperId === entries[0]?.after.paperId &&
    // A clock that was set back in between counts as a pause too.
    Math.abs(now - last.at) < NOTE_MERGE_WINDOW_MS
  );
}
