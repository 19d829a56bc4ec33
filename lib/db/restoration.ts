/** Makes backups of the database, and restores backups and snapshots. */
import { type Backup, catalogueForBackup } from '../core/backup/backup.ts';
import { planRestoration, type RestoreMode, type RestoreStep } from '../core/backup/plan-restore.ts';
import { latestStamp } from '../core/model/entry.ts';
import { isSameLearned, mergeLearned } from '../core/model/learned-ids.ts';
import type { PaperId } from '../core/model/paper.ts';
import { laterStamp, NEVER } from '../core/model/stamp.ts';
import { putDigests } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { appendToJournal } from './journal.ts';
import { remember } from './learned.ts';
import { noteStamp, stampNow } from './local-clock.ts';
import { restorePapers } from './restored-papers.ts';
import { takeSnapshot } from './snapshots.ts';
import { sourceTables } from './sources.ts';
import { transact } from './transact.ts';

/** The database's part of a backup. Settings are not in it. */
export async function backupContents(
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Omit<Backup, 'settings'>> {
  return db.transaction('r', [db.readingList, db.papers, db.digests, db.records, db.decisions], async () => {
    const entries = await db.readingList.toArray();
    const catalogue = catalogueForBackup(entries, await db.papers.toArray(), await db.digests.toArray());
    const own = new Set(catalogue.papers.map(({ id }) => id));
    const records = await db.records.filter(({ paperId }) => own.has(paperId)).toArray();
    const decisions = await db.decisions.toArray();
    return {
      ...{ at: now, entries, ...catalogue },
      ...(records.length > 0 && { records }),
      ...(decisions.length > 0 && { decisions }),
    };
  });
}

/** What a restoration would do. */
export interface RestorePreview {
  steps: Record<RestoreMode, RestoreStep[]>;
  /** Titles of the papers of all steps, where they are known. */
  titles: ReadonlyMap<PaperId, string>;
  /** Papers that the catalogue would gain. */
  newPapers: number;
  /** Papers of the catalogue for which the file has other ids from pages. */
  newIds: number;
}

/** What restoring `backup` would do, in either mode. Changes nothing. */
export async function previewRestoration(
  backup: Backup,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<RestorePreview> {
  return db.transaction('r', db.readingList, db.papers, async () => {
    const current = await db.readingList.toArray();
    const plan = (mode: RestoreMode): RestoreStep[] => planRestoration(current, backup.entries, mode, NEVER, now);
    const steps = { merge: plan('merge'), exact: plan('exact') };
    const ids = new Set([...steps.merge, ...steps.exact].map(({ after }) => after.paperId));
    const known = await db.papers.bulkGet([...ids]);
    const titles = new Map(
      [...backup.papers, ...known].flatMap((paper): [PaperId, string][] => (paper ? [[paper.id, paper.title]] : [])),
    );
    const there = (await db.papers.bulkGet(backup.papers.map(({ id }) => id))).filter((paper) => paper !== undefined);
    return { steps, titles, newPapers: backup.papers.length - there.length, newIds: await newIds(backup, db) };
  });
}

async function newIds({ papers, known }: Backup, db: PaperlightDatabase): Promise<number> {
  const taught = [...papers, ...known];
  const here = await db.papers.bulkGet(taught.map(({ id }) => id));
  return taught.filter(({ learned = [] }, i) => {
    const paper = here[i];
    const before = paper?.learned ?? [];
    return paper !== undefined && !isSameLearned(mergeLearned(learned, before), before);
  }).length;
}

/** What was restored. */
export interface Restored {
  /** Entries of the list whose change the reader sees. */
  changed: number;
  /** The id of the change in the journal; undefined if the list did not change. */
  change: number | undefined;
}

/**
 * Restores a backup or a snapshot, completely or not at all. The list before it becomes a snapshot,
 * and the change can be undone; what the catalogue gained stays. Throws if it can't be written.
 */
export async function restore(
  backup: Backup,
  mode: RestoreMode,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Restored> {
  const tables = [...sourceTables(db), db.journal, db.snapshots, db.decisions];
  return transact(db, tables, async () => {
    await takeSnapshot('restore', db, now);
    await noteStamp(
      db,
      backup.entries.reduce((latest, entry) => laterStamp(latest, latestStamp(entry)), NEVER),
    );
    const stamp = await stampNow(db, now);
    const steps = planRestoration(await db.readingList.toArray(), backup.entries, mode, stamp, now);
    await db.readingList.bulkPut(steps.map(({ after }) => after));
    await restoreCatalogue(backup, db);
    const seen = steps.filter(({ effect }) => effect !== 'unseen');
    if (seen.length === 0) return { changed: 0, change: undefined };
    const entries = seen.map(({ before, after }) => ({ before, after }));
    const made = await appendToJournal(db, 'restore', entries, now);
    return { changed: seen.length, change: made?.id };
  });
}

/**
 * Restores a backup into a database in which the reader has never made a list; otherwise does
 * nothing.
 */
export async function restoreLost(backup: Backup, db: PaperlightDatabase = database, now = Date.now()): Promise<void> {
  const isTouched = (await db.meta.get('clock')) !== undefined || (await db.readingList.count()) > 0;
  if (!isTouched) await restore(backup, 'merge', db, now);
}

async function restoreCatalogue(backup: Backup, db: PaperlightDatabase): Promise<void> {
  const { digests, known, decisions = [] } = backup;
  // Papers first: the existing digests tell which of them other sources have.
  await restorePapers(backup, db);
  const there = await db.digests.bulkGet(digests.map(({ id }) => id));
  const all = (i: number, paperIds: PaperId[]): PaperId[] => [...new Set([...(there[i]?.paperIds ?? []), ...paperIds])];
  await putDigests(
    db,
    digests.map((digest, i) => ({ ...digest, ...there[i], paperIds: all(i, digest.paperIds) })),
  );
  const decided = new Set(await db.decisions.toCollection().primaryKeys());
  await db.decisions.bulkPut(decisions.filter(({ pair }) => !decided.has(pair)));
  await remember(new Map(known.map(({ id, learned }) => [id, learned])), db);
}
