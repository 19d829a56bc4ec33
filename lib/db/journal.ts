/** What was done to the reading list, and taking it back: also after the popup was closed, and from another part of the extension. */
import { changedEntry, type EntryChange, entryFields, fieldValue } from '../core/entry.ts';
import type { ReadingListEntry } from '../core/paper.ts';
import { type ChangeKind, database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { writeList } from './snapshots.ts';
import { stampNow } from './stamping.ts';

/** Changes that are kept. */
const KEPT = 200;
/** Writing on one note is one change as long as no pause is longer. */
const PAUSE_MS = 60_000;

/** Writes a change down, within the transaction that makes it. */
export async function writeDown(
  db: PaperlightDatabase,
  kind: ChangeKind,
  entries: JournalRecord['entries'],
  now: number,
): Promise<void> {
  if (entries.length === 0) return;
  const last = await db.journal.orderBy('id').last();
  if (last && isGoingOn(last, kind, entries, now)) {
    const { before } = last.entries[0] as JournalRecord['entries'][number];
    const { after } = entries[0] as JournalRecord['entries'][number];
    await db.journal.update(last.id, { at: now, entries: [{ before, after }] });
    return;
  }
  await add(db, { at: now, kind, entries, undone: 0 });
}

async function add(db: PaperlightDatabase, record: Omit<JournalRecord, 'id'>): Promise<number> {
  const id = await db.journal.add(record as JournalRecord);
  const count = await db.journal.count();
  if (count > KEPT) await db.journal.bulkDelete(await db.journal.limit(count - KEPT).primaryKeys());
  return id;
}

/** Changes that can be taken back, the latest first. */
export async function undoable(db: PaperlightDatabase = database, limit = KEPT): Promise<JournalRecord[]> {
  return db.journal
    .orderBy('id')
    .reverse()
    .filter(({ kind, undone }) => undone === 0 && kind !== 'undo')
    .limit(limit)
    .toArray();
}

/** A name for the state of the journal: another one after every change, also one that took something back. Empty before the first. */
export async function journalState(db: PaperlightDatabase = database): Promise<string> {
  const last = await db.journal.orderBy('id').last();
  return last ? `${last.id} ${last.at}` : '';
}

/** A change that was taken back, and the number under which that can itself be taken back. */
export interface Undone {
  change: JournalRecord;
  redo: number;
}

/**
 * Takes a change back, or the latest one. What was changed again since, field by field, stays as it is now. Resolves with the change,
 * or with undefined if there is none to take back.
 */
export async function undo(
  id?: number,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Undone | undefined> {
  return writeList(db, now, async () => {
    const change = id === undefined ? (await undoable(db, 1))[0] : await db.journal.get(id);
    if (!change || change.undone) return undefined;
    const stamp = await stampNow(db, now);
    const current = await db.readingList.bulkGet(change.entries.map(({ after }) => after.paperId));
    const entries = change.entries.flatMap(({ before, after }, i) => {
      const entry = current[i];
      const back = entry && differenceBack(before, after, entry, now);
      return entry && back ? [{ before: entry, after: changedEntry(entry, back, stamp, now) }] : [];
    });
    await db.readingList.bulkPut(entries.map(({ after }) => after));
    await db.journal.update(change.id, { undone: 1 });
    // Taking an undo back does the change anew.
    const step = change.kind === 'undo' ? { kind: change.of ?? 'restore' } : { kind: 'undo' as const, of: change.kind };
    const redo = await add(db, { at: now, ...step, entries, undone: 0 });
    return { change, redo };
  });
}

/** What to change of `current` to take back the step from `before` to `after`; undefined if there is nothing left of it. */
function differenceBack(
  before: ReadingListEntry | null,
  after: ReadingListEntry,
  current: ReadingListEntry,
  now: number,
): EntryChange | undefined {
  const back: EntryChange = {};
  for (const field of entryFields) {
    const isOurs = after.stamps[field] !== before?.stamps[field];
    if (!isOurs || !isSame(fieldValue(after, field), fieldValue(current, field))) continue;
    if (before) Object.assign(back, fieldValue(before, field));
    else if (field === 'presence') Object.assign(back, { deletedAt: now });
  }
  return Object.keys(back).length > 0 ? back : undefined;
}

function isSame(a: EntryChange, b: EntryChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isGoingOn(last: JournalRecord, kind: ChangeKind, entries: JournalRecord['entries'], now: number): boolean {
  return (
    kind === 'note' &&
    last.kind === 'note' &&
    last.undone === 0 &&
    entries.length === 1 &&
    last.entries[0]?.after.paperId === entries[0]?.after.paperId &&
    now - last.at < PAUSE_MS
  );
}
