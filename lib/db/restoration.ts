/** Making backups of the database, and restoring backups and snapshots. */
import { type Backup, catalogueForBackup } from '../core/backup.ts';
import { laterStamp, NEVER } from '../core/clock.ts';
import { latestStamp } from '../core/entry.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { planRestoration, type RestoreMode, type RestoreStep } from '../core/restoration.ts';
import { putDigests } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { writeDown } from './journal.ts';
import { mergeInto } from './merging.ts';
import { takeSnapshot } from './snapshots.ts';
import { noteStamp, stampNow } from './stamping.ts';
import { writeWholly } from './writing.ts';

/** What the database has for a backup; settings are not in it. */
export async function backupContents(
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Omit<Backup, 'settings'>> {
  return db.transaction('r', db.readingList, db.papers, db.digests, async () => {
    const entries = await db.readingList.toArray();
    return { at: now, entries, ...catalogueForBackup(entries, await db.papers.toArray(), await db.digests.toArray()) };
  });
}

/** What a restoration would do. */
export interface RestorePreview {
  steps: Record<RestoreMode, RestoreStep[]>;
  /** Titles of the papers of all steps, where they are known. */
  titles: ReadonlyMap<PaperId, string>;
  /** Papers that would come into the catalogue. */
  newPapers: number;
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
    const there = new Set(
      await db.papers
        .where('id')
        .anyOf(backup.papers.map(({ id }) => id))
        .primaryKeys(),
    );
    return { steps, titles, newPapers: backup.papers.length - there.size };
  });
}

/** What was restored. */
export interface Restored {
  /** Entries of the list that the reader sees changed. */
  changed: number;
  /** The number under which the journal has it; undefined if the list did not change. */
  change: number | undefined;
}

/**
 * Restores a backup or a snapshot, wholly or not at all. The list as it was becomes a snapshot, and the change can be undone; what comes
 * into the catalogue stays. Throws if it can't be written.
 */
export async function restore(
  backup: Backup,
  mode: RestoreMode,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Restored> {
  const tables = [db.readingList, db.journal, db.meta, db.snapshots, db.papers, db.digests, db.unindexed];
  return writeWholly(db, tables, async () => {
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
    await writeDown(
      db,
      'restore',
      seen.map(({ before, after }) => ({ before, after })),
      now,
    );
    return { changed: seen.length, change: (await db.journal.orderBy('id').last())?.id };
  });
}

/** Restores a backup into a database in which the reader has never made a list; elsewhere it does nothing. */
export async function restoreLost(backup: Backup, db: PaperlightDatabase = database, now = Date.now()): Promise<void> {
  const isTouched = (await db.meta.get('clock')) !== undefined || (await db.readingList.count()) > 0;
  if (!isTouched) await restore(backup, 'merge', db, now);
}

async function restoreCatalogue({ papers, digests, known }: Backup, db: PaperlightDatabase): Promise<void> {
  const there = await db.digests.bulkGet(digests.map(({ id }) => id));
  const all = (i: number, paperIds: PaperId[]): PaperId[] => [...new Set([...(there[i]?.paperIds ?? []), ...paperIds])];
  await putDigests(
    db,
    digests.map((digest, i) => ({ ...digest, ...there[i], paperIds: all(i, digest.paperIds) })),
  );
  await mergeInto(db, papers, (here, paper) => (here ? withMore(here, paper) : paper));
  const learned = new Map(known.map((one) => [one.id, one.known]));
  const papersKnown = (await db.papers.bulkGet([...learned.keys()])).filter((paper) => paper !== undefined);
  await db.papers.bulkPut(
    papersKnown.map((paper) => ({ ...paper, known: { ...learned.get(paper.id), ...paper.known } })),
  );
}

/** What the catalogue has of a paper stays; what it does not have is added. */
function withMore(here: Paper, paper: Paper): Paper {
  const known = { ...paper.known, ...here.known };
  return {
    ...here,
    abstract: here.abstract || paper.abstract,
    digestIds: [...new Set([...here.digestIds, ...paper.digestIds])],
    codeLinks: [...new Set([...here.codeLinks, ...paper.codeLinks])],
    ...(Object.keys(known).length > 0 && { known }),
  };
}
