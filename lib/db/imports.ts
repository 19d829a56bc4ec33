/**
 * Adds an import, with its sources and its changes to the reading list, completely or not at all.
 */
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
  /** Put new papers on the reading list. */
  toReadingList: boolean;
  keywordsAsTags: boolean;
  /**
   * Take status, note and tags that the reader gave in another program. Papers that have any go on
   * the list.
   */
  readerData: boolean;
}

/**
 * Adds an import in one transaction. Returns the journal record of its change to the reading list,
 * if any. What the reader made here stays: status and note are set only for papers that were not
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

/** What an import did, as far as undoing it needs to know. */
export interface ImportDone {
  sourceIds: readonly string[];
  /** Sources that it replaced, as they were. */
  replaced?: readonly KeptSource[];
  /** The journal record of its change to the reading list. */
  journalId?: number;
}

/**
 * Undoes an import: its change to the reading list, and its sources, which become what they were
 * before.
 */
export async function undoImport(
  { sourceIds, replaced = [], journalId }: ImportDone,
  db: PaperlightDatabase = database,
): Promise<void> {
  await transact(db, [...sourceTables(db), db.journal, db.snapshots], async () => {
    // The list comes first: papers that are on it stay.
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
