/**
 * The reading list: saving and removing papers. Every change is journaled, and resolves with its
 * record once it is on disk. Changes of listed entries are in entry-changes.ts.
 */

import { blankEntry, changedEntry, type EntryChange, type ReadingListEntry } from '../core/model/entry.ts';
import type { PaperId } from '../core/model/paper.ts';
import { changeList } from './change-list.ts';
import { type ChangeKind, database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { appendToJournal, undo, undoable } from './journal.ts';
import { stampNow } from './local-clock.ts';

/**
 * Puts papers on top of the reading list in one step, the first of them topmost. A paper that was
 * on it before counts as saved now, and comes back with its status, tags and note; one that is on
 * it stays as it is.
 */
export async function savePaper(
  paperIds: PaperId | readonly PaperId[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeEntries(db, 'save', [paperIds].flat(), now, async (entries) => {
    const top = (await db.readingList.orderBy('position').first())?.position ?? 0;
    const coming = entries.filter(({ deletedAt }) => deletedAt !== null);
    return new Map(
      coming.map(({ paperId }, i) => [paperId, { addedAt: now, deletedAt: null, position: top - coming.length + i }]),
    );
  });
}

/** Takes a paper off the reading list, leaving a tombstone. */
export async function removePaper(
  paperId: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return removePapers([paperId], db, now);
}

/** Takes papers off the reading list, as one change that can be undone. */
export async function removePapers(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeEntries(db, 'remove', paperIds, now, (entries) => changeListed(entries, () => ({ deletedAt: now })));
}

/**
 * Undoes the latest removal of a paper: the entry is back in its old position. One that came back
 * since stays as it is.
 */
export async function bringBackPaper(
  paperId: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  const removal = (await undoable(db)).find(
    ({ kind, entries }) => kind === 'remove' && entries.some(({ after }) => after.paperId === paperId),
  );
  if (removal?.entries.length === 1) await undo(removal.id, db, now);
  else if (await db.readingList.get(paperId)) await savePaper(paperId, db, now);
}

/** The changes, by paper. */
export type Changes = Map<PaperId, EntryChange>;

/**
 * Changes entries and journals it in one transaction. `decide` gets an entry for each paper, a
 * blank one if it was never listed. Returns the record: by then the latest one of the journal may
 * be another window's.
 */
export async function changeEntries(
  db: PaperlightDatabase,
  kind: ChangeKind,
  paperIds: readonly PaperId[],
  now: number,
  decide: (entries: ReadingListEntry[]) => Changes | Promise<Changes>,
): Promise<JournalRecord | undefined> {
  return changeList(db, now, async () => {
    const distinct = [...new Set(paperIds)];
    const existing = await db.readingList.bulkGet(distinct);
    const changes = await decide(distinct.map((id, i) => existing[i] ?? blankEntry(id)));
    if (changes.size === 0) return undefined;
    const stamp = await stampNow(db, now);
    const steps: JournalRecord['entries'] = distinct.flatMap((id, i) => {
      const step = changes.get(id);
      const before = existing[i] ?? null;
      return step ? [{ before, after: changedEntry(before ?? blankEntry(id), step, stamp, now) }] : [];
    });
    await db.readingList.bulkPut(steps.map(({ after }) => after));
    return appendToJournal(db, kind, steps, now);
  });
}

/** What `changeOf` says of each entry that is listed; tombstones stay as they are. */
export function changeListed(
  entries: readonly ReadingListEntry[],
  changeOf: (entry: ReadingListEntry) => EntryChange | undefined,
): Changes {
  const changes: Changes = new Map();
  for (const entry of entries) {
    const step = entry.deletedAt === null ? changeOf(entry) : undefined;
    if (step) changes.set(entry.paperId, step);
  }
  return changes;
}

/** The entries on the list, topmost first. */
export async function readingList(db: PaperlightDatabase = database): Promise<ReadingListEntry[]> {
  // The index of positions would miss a damaged entry without a position, and not count it.
  const entries = await db.readingList.toArray();
  return entries.filter((entry) => entry.deletedAt === null).sort((a, b) => a.position - b.position);
}

/** The entry of a paper on the list, or undefined. */
export async function entryOf(
  paperId: PaperId,
  db: PaperlightDatabase = database,
): Promise<ReadingListEntry | undefined> {
  const entry = await db.readingList.get(paperId);
  return entry?.deletedAt === null ? entry : undefined;
}
