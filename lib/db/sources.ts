/**
 * Sources of the catalogue: adding what one says of its papers, and removing it. Papers are
 * recomputed in the transaction that changes what is said of them, so that adding a source and
 * removing it leaves the catalogue as it was.
 */
import type { Digest, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { paperFrom } from '../core/model/sourced-paper.ts';
import { putDigests } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { amongKeys, deletePapers, papersWithSayings, writePapers } from './sourced-rows.ts';
import { transact } from './transact.ts';

/** Papers that are read and written at once: some megabytes. */
const BATCH_SIZE = 2_000;

/** What a source says of one paper. */
export interface Saying {
  paperId: PaperId;
  record: RecordContent;
}

/** What happened to the papers of a source that was removed. */
export interface Removal {
  /** Papers that are gone, because no other source has them. */
  gone: number;
  /** Papers that no source has, and that stay because the reader saved them or wrote about them. */
  kept: number;
}

/** Tables that change with a source. */
export function sourceTables(db: PaperlightDatabase) {
  return [db.papers, db.digests, db.records, db.meta, db.unindexed, db.readingList];
}

/**
 * Adds a source with what it says of its papers, in one transaction; a source of the same id is
 * replaced. `progress` gets the number of papers written. Throws errors of the database, and then
 * nothing is changed.
 */
export async function addSource(
  source: Omit<Digest, 'paperIds'>,
  sayings: readonly Saying[],
  progress: (written: number) => void = () => {},
  db: PaperlightDatabase = database,
): Promise<void> {
  await transact(db, sourceTables(db), async () => {
    const paperIds = [...new Set(sayings.map(({ paperId }) => paperId))];
    const stays = new Set(paperIds);
    const before = await db.digests.get(source.id);
    await inBatches(before?.paperIds.filter((id) => !stays.has(id)) ?? [], (ids) => removeFrom(db, source.id, ids));
    // Most papers of a large source are new, and need not be looked up.
    const there = new Set(await amongKeys(paperIds, () => db.papers.toCollection().primaryKeys()));
    for (let from = 0; from < sayings.length; from += BATCH_SIZE) {
      const coming = sayings.slice(from, from + BATCH_SIZE);
      await addTo(db, source.id, coming, there);
      for (const { paperId } of coming) there.add(paperId);
      progress(Math.min(sayings.length, from + BATCH_SIZE));
    }
    await putDigests(db, [{ ...source, paperIds }]);
  });
}

/** Removes a source, in one transaction: its papers become what the other sources say of them. */
export async function removeSource(sourceId: string, db: PaperlightDatabase = database): Promise<Removal> {
  return transact(db, sourceTables(db), async () => {
    const source = await db.digests.get(sourceId);
    const removal: Removal = { gone: 0, kept: 0 };
    await inBatches(source?.paperIds.toSorted() ?? [], async (ids) => {
      const { gone, kept } = await removeFrom(db, sourceId, ids);
      removal.gone += gone;
      removal.kept += kept;
    });
    await db.digests.delete(sourceId);
    await db.meta.put({ key: 'digests', value: crypto.randomUUID() });
    return removal;
  });
}

/**
 * Appends papers to a source that grows, and creates it if it does not exist. Call within a
 * transaction that may write {@link sourceTables}.
 */
export async function addToSource(
  source: Omit<Digest, 'paperIds'>,
  sayings: readonly Saying[],
  db: PaperlightDatabase = database,
): Promise<void> {
  const there = await db.digests.get(source.id);
  const coming = new Set(sayings.map(({ paperId }) => paperId));
  await addTo(db, source.id, sayings, coming);
  await putDigests(db, [{ ...source, ...there, paperIds: [...new Set([...(there?.paperIds ?? []), ...coming])] }]);
}

/**
 * Removes papers from a source, and the source with its last paper. Call within a transaction that
 * may write {@link sourceTables}. A paper that no other source has goes too, unless it is the
 * reader's.
 */
export async function takeFromSource(
  sourceId: string,
  ids: readonly PaperId[],
  db: PaperlightDatabase = database,
): Promise<void> {
  const source = await db.digests.get(sourceId);
  if (!source) return;
  await removeFrom(db, sourceId, ids);
  const paperIds = source.paperIds.filter((id) => !ids.includes(id));
  if (paperIds.length > 0) return putDigests(db, [{ ...source, paperIds }]);
  await db.digests.delete(sourceId);
  await db.meta.put({ key: 'digests', value: crypto.randomUUID() });
}

/** What a source says of each of its papers, in its own order: enough to add it again. */
export async function sayingsOfSource(sourceId: string, db: PaperlightDatabase = database): Promise<Saying[]> {
  const source = await db.digests.get(sourceId);
  const said: Saying[] = [];
  await inBatches(source?.paperIds ?? [], async (ids) => {
    for (const { paper, sayings } of await papersWithSayings(db, ids)) {
      const record = sayings?.get(sourceId);
      if (paper && record) said.push({ paperId: paper.id, record });
    }
  });
  return said;
}

/** A source with all that it says: enough to add it again. */
export interface KeptSource {
  source: Omit<Digest, 'paperIds'>;
  sayings: Saying[];
}

/** A source as it is now. */
export async function sourceAsItIs(
  { paperIds: _ids, ...source }: Digest,
  db: PaperlightDatabase = database,
): Promise<KeptSource> {
  return { source, sayings: await sayingsOfSource(source.id, db) };
}

/** Renames a source. */
export async function renameSource(sourceId: string, name: string, db: PaperlightDatabase = database): Promise<void> {
  await transact(db, [db.digests, db.meta], async () => {
    const source = await db.digests.get(sourceId);
    if (source) await putDigests(db, [{ ...source, name }]);
  });
}

/** Adds what a source says. Papers that are not in `maybeThere` are new to the catalogue. */
async function addTo(
  db: PaperlightDatabase,
  sourceId: string,
  coming: readonly Saying[],
  maybeThere: ReadonlySet<PaperId>,
): Promise<void> {
  const ids = coming.map(({ paperId }) => paperId).filter((id) => maybeThere.has(id));
  const there = await papersWithSayings(db, ids);
  const byId = new Map(there.map((one, i) => [ids[i], one]));
  const made = coming.map(({ paperId, record }) => {
    const { paper = { id: paperId }, sayings = [] } = byId.get(paperId) ?? {};
    return paperFrom(paper, new Map([...sayings, [sourceId, record]]));
  });
  await writePapers(db, there, made);
}

async function removeFrom(db: PaperlightDatabase, sourceId: string, ids: readonly PaperId[]): Promise<Removal> {
  const there = await papersWithSayings(db, ids);
  const entries = await db.readingList.bulkGet(await amongKeys(ids, () => db.readingList.toCollection().primaryKeys()));
  const listed = new Map(entries.flatMap((entry) => (entry ? [[entry.paperId, entry]] : [])));
  const removal: Removal = { gone: 0, kept: 0 };
  const gone: PaperId[] = [];
  const made = there.flatMap(({ paper, sayings }) => {
    if (!paper || !sayings?.has(sourceId)) return [];
    const others = new Map([...sayings].filter(([id]) => id !== sourceId));
    if (others.size > 0) return [paperFrom(paper, others)];
    const entry = listed.get(paper.id);
    const isReaders = entry && (entry.deletedAt === null || entry.note !== '' || entry.tags.length > 0);
    if (!isReaders) gone.push(paper.id);
    else removal.kept++;
    return isReaders ? [{ paper: { ...paper, digestIds: [] }, records: [] }] : [];
  });
  await deletePapers(db, there, gone);
  await writePapers(db, there, made);
  return { ...removal, gone: gone.length };
}

async function inBatches(ids: readonly PaperId[], work: (batch: PaperId[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH_SIZE) await work(ids.slice(from, from + BATCH_SIZE));
}
