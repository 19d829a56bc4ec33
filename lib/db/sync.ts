/** Syncing the reading list with other machines: merging what they say, and what to send them. */

import type { ReadingListEntry } from '../core/model/entry.ts';
import { blankEntry, entryFields, mergeEntries } from '../core/model/entry.ts';
import type { Paper, PaperId } from '../core/model/paper.ts';
import { laterStamp, NEVER, type Stamp } from '../core/model/stamp.ts';
import type { Incoming } from '../core/sync/items.ts';
import { logChanges } from './change-log.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { clockNow, noteStamp } from './local-clock.ts';
import { takeSnapshot } from './snapshots.ts';

/** A merge of more entries than this is preceded by a snapshot of the list. */
const MAX_ENTRIES_WITHOUT_SNAPSHOT = 5;

/**
 * Merges entries from elsewhere into the list in one transaction, field by field, and moves the
 * clock of this machine past all of them. Nothing of it is in the journal: undo reverts what was
 * done on this machine. A paper that the catalogue does not have is added by its title, if that
 * came along. Resolves with the papers whose entries changed.
 */
export async function mergeIncoming(
  incoming: readonly Incoming[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<PaperId[]> {
  if (incoming.length === 0) return [];
  const tables = [db.readingList, db.meta, db.snapshots, db.papers, db.unindexed];
  return db.transaction('rw', tables, async () => {
    await noteStamp(
      db,
      incoming.reduce((latest: Stamp, { latest: seen }) => laterStamp(latest, seen), NEVER),
    );
    const ids = incoming.map(({ entry }) => entry.paperId);
    const known = await db.readingList.bulkGet(ids);
    // A paper may come several times, in its old state and its new one.
    const merged = new Map(ids.map((id, i) => [id, known[i] ?? blankEntry(id)]));
    const changed = new Set<PaperId>();
    for (const { entry } of incoming) {
      const before = merged.get(entry.paperId) as ReadingListEntry;
      if (entryFields.every((field) => entry.stamps[field] <= before.stamps[field])) continue;
      merged.set(entry.paperId, { ...mergeEntries(before, entry), changedAt: now });
      changed.add(entry.paperId);
    }
    if (changed.size > MAX_ENTRIES_WITHOUT_SNAPSHOT) await takeSnapshot('sync', db, now);
    await db.readingList.bulkPut([...changed].map((id) => merged.get(id) as ReadingListEntry));
    await addPapers(db, incoming, merged);
    return [...changed];
  });
}

/**
 * What to send other machines: every entry, including tombstones, and the titles of papers on the
 * list.
 */
export interface Outgoing {
  entries: ReadingListEntry[];
  titles: Map<PaperId, string>;
  /** The clock at that moment. */
  clock: Stamp;
}

/** Reads it in one transaction, so that it is consistent. */
export async function outgoing(db: PaperlightDatabase = database): Promise<Outgoing> {
  return db.transaction('r', db.readingList, db.papers, db.meta, async () => {
    const entries = await db.readingList.toArray();
    const standing = entries.filter(({ deletedAt }) => deletedAt === null);
    const papers = await db.papers.bulkGet(standing.map(({ paperId }) => paperId));
    return {
      entries,
      titles: new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper.title]] : []))),
      clock: await clockNow(db),
    };
  });
}

/**
 * Adds papers of the list that the catalogue does not have. What a digest says of them later is
 * added to them.
 */
async function addPapers(
  db: PaperlightDatabase,
  incoming: readonly Incoming[],
  merged: ReadonlyMap<PaperId, ReadingListEntry>,
): Promise<void> {
  const titled = incoming.filter(({ entry, title }) => title && merged.get(entry.paperId)?.deletedAt === null);
  const known = await db.papers.bulkGet(titled.map(({ entry }) => entry.paperId));
  const papers = titled
    .filter((_, i) => !known[i])
    .map(({ entry, title }): Paper => {
      return { id: entry.paperId, title: title as string, abstract: '', digestIds: [], codeLinks: [] };
    });
  await db.papers.bulkPut(papers);
  await logChanges(
    db,
    papers.map(({ id }) => id),
  );
}
