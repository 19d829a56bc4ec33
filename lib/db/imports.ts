/** Adding an import: its sources, and what it does to the reading list, all of it or nothing. */
import type { PlannedPaper } from '../core/import/plan-import.ts';
import type { EntryChange } from '../core/model/entry.ts';
import type { Digest, PaperId } from '../core/model/paper.ts';
import { withTags } from '../core/model/tags.ts';
import { type Decision, database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { undo } from './journal.ts';
import { changeEntries } from './reading-list.ts';
import { addSource, type KeptSource, removeSource, sourceTables } from './sources.ts';
import { transact } from './transact.ts';

/** What to add. */
export interface Import {
  sources: { source: Omit<Digest, 'paperIds'>; papers: readonly PlannedPaper[] }[];
  decisions: Decision[];
  /** Puts papers that are new on the reading list. */
  toReadingList: boolean;
  keywordsAsTags: boolean;
  /**
   * Takes status, note and tags that a reader gave in another program; papers that have any go on
   * the list.
   */
  readerData: boolean;
}

/**
 * Adds an import in one transaction. Returns the journal record of what it did to the reading list,
 * if anything. What the reader made here stays: status and note only of papers that were not
 * listed.
 */
export async function addImport(
  coming: Import,
  progress: (written: number) => void,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  const tables = [...sourceTables(db), db.decisions, db.journal, db.snapshots];
  return transact(db, tables, async () => {
    let done = 0;
    for (const { source, papers } of coming.sources) {
      await addSource(source, papers, (written) => progress(done + written), db);
      done += papers.length;
    }
    await db.decisions.bulkPut(coming.decisions);
    return listPapers(coming, db, now);
  });
}

/** What an import has done, as far as undoing it needs to know. */
export interface ImportDone {
  sourceIds: readonly string[];
  /** Sources that it updated, as they were. */
  replaced?: readonly KeptSource[];
  /** Journal record of what it did to the reading list. */
  journalId?: number;
}

/**
 * Takes an import back: what it did to the reading list, and its sources, which become what they
 * were before it.
 */
export async function undoImport(
  { sourceIds, replaced = [], journalId }: ImportDone,
  db: PaperlightDatabase = database,
): Promise<void> {
  await transact(db, [...sourceTables(db), db.journal, db.snapshots], async () => {
    // First the list: papers that are on it stay.
    if (journalId !== undefined) await undo(journalId, db);
    const before = new Map(replaced.map((kept) => [kept.source.id, kept]));
    for (const id of sourceIds) {
      const kept = before.get(id);
      if (kept) await addSource(kept.source, kept.sayings, undefined, db);
      else await removeSource(id, db);
    }
  });
}

async function listPapers(coming: Import, db: PaperlightDatabase, now: number): Promise<JournalRecord | undefined> {
  const all = coming.sources.flatMap(({ papers }) => papers);
  const listed = all.filter(({ isNew, reader }) => (coming.toReadingList && isNew) || (coming.readerData && reader));
  if (listed.length === 0) return undefined;
  const byId = new Map(listed.map((paper) => [paper.paperId, paper]));
  return changeEntries(db, 'save', [...byId.keys()], now, async (entries) => {
    const top = (await db.readingList.orderBy('position').first())?.position ?? 0;
    const changes = new Map<PaperId, EntryChange>();
    for (const [i, entry] of entries.entries()) {
      const { record, reader } = byId.get(entry.paperId) as PlannedPaper;
      const tags = [
        ...((coming.keywordsAsTags && record.keywords) || []),
        ...((coming.readerData && reader?.tags) || []),
      ];
      const isComing = entry.deletedAt !== null;
      changes.set(entry.paperId, {
        ...(isComing && { addedAt: now, deletedAt: null, position: top - entries.length + i }),
        ...(tags.length > 0 && { tags: withTags(entry.tags, tags) }),
        ...(isComing && coming.readerData && reader?.status && { status: reader.status }),
        ...(coming.readerData && reader?.note && entry.note === '' && { note: reader.note }),
      });
    }
    return changes;
  });
}
