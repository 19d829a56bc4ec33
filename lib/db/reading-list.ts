/**
 * The reading list: saving and removing. Every change is in the journal, and resolves only when it is on disk. What changes entries that
 * stand in it is in entry-changes.ts.
 */
import { blankEntry, changedEntry, type EntryChange } from '../core/entry.ts';
import type { PaperId, ReadingListEntry } from '../core/paper.ts';
import { type ChangeKind, database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { undo, undoable, writeDown } from './journal.ts';
import { writeList } from './snapshots.ts';
import { stampNow } from './stamping.ts';

/**
 * Puts a paper, or several in one step, on top of the reading list, the first of them topmost. A paper that was there before comes back
 * with its status, tags and note; one that is there stays as it is.
 */
export async function savePaper(
  paperIds: PaperId | readonly PaperId[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await change(db, 'save', [paperIds].flat(), now, async (entries) => {
    const top = (await db.readingList.orderBy('position').first())?.position ?? 0;
    const coming = entries.filter(({ deletedAt }) => deletedAt !== null);
    return new Map(
      coming.map(({ paperId, addedAt }, i) => [
        paperId,
        { addedAt: addedAt || now, deletedAt: null, position: top - coming.length + i },
      ]),
    );
  });
}

/** Takes a paper off the reading list, leaving a tombstone. */
export async function removePaper(
  paperId: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await removePapers([paperId], db, now);
}

/** Takes papers off the reading list, in one step that can be undone as one. */
export async function removePapers(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await change(db, 'remove', paperIds, now, (entries) => forStanding(entries, () => ({ deletedAt: now })));
}

/** Undoes the latest removal of a paper: the entry stands again where it stood. One that came back since stays as it is. */
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

/** What is to change of which papers. */
export type Changes = Map<PaperId, EntryChange>;

/** Makes a change and writes it down, in one transaction. `decide` gets the entries, blank ones for papers that were never in the list. */
export async function change(
  db: PaperlightDatabase,
  kind: ChangeKind,
  paperIds: readonly PaperId[],
  now: number,
  decide: (entries: ReadingListEntry[]) => Changes | Promise<Changes>,
): Promise<void> {
  await writeList(db, now, async () => {
    const distinct = [...new Set(paperIds)];
    const known = await db.readingList.bulkGet(distinct);
    const changes = await decide(distinct.map((id, i) => known[i] ?? blankEntry(id)));
    if (changes.size === 0) return;
    const stamp = await stampNow(db, now);
    const steps: JournalRecord['entries'] = distinct.flatMap((id, i) => {
      const step = changes.get(id);
      const before = known[i] ?? null;
      return step ? [{ before, after: changedEntry(before ?? blankEntry(id), step, stamp, now) }] : [];
    });
    await db.readingList.bulkPut(steps.map(({ after }) => after));
    await writeDown(db, kind, steps, now);
  });
}

/** What `changeOf` says of each entry that stands in the list. */
export function forStanding(
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
