/** Queries and changes of the catalogue: papers and digests. */

import type { Digest, Paper, PaperId } from '../core/model/paper.ts';
import { readableTitle } from '../core/text/readable-title.ts';
import { database, type PaperlightDatabase } from './database.ts';

/** Every paper, in no particular order. */
export async function allPapers(db: PaperlightDatabase = database): Promise<Paper[]> {
  return db.papers.toArray();
}

/** Every digest. */
export async function allDigests(db: PaperlightDatabase = database): Promise<Digest[]> {
  return db.digests.toArray();
}

/**
 * Revision id of the digests table: changes with every write, undefined before the first. Digests
 * hold the id of every paper, so it quickly tells whether they must be read again.
 */
export async function digestsRevision(db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.meta.get('digests'))?.value;
}

/** Replaces digests. Call within a transaction that may write `digests` and `meta`. */
export async function putDigests(db: PaperlightDatabase, digests: readonly Digest[]): Promise<void> {
  if (digests.length === 0) return;
  await db.digests.bulkPut(digests);
  await db.meta.put({ key: 'digests', value: crypto.randomUUID() });
}

/** A paper and the digests that hold it; undefined if it is not in the catalogue. */
export async function paperWithDigests(
  paperId: PaperId,
  db: PaperlightDatabase = database,
): Promise<{ paper: Paper; digests: Digest[] } | undefined> {
  const paper = await paperNamed(paperId, db);
  if (!paper) return undefined;
  const digests = await db.digests.bulkGet(paper.digestIds);
  return { paper, digests: digests.filter((digest) => digest !== undefined) };
}

/** The paper with this id, or with another title that would have it: pages refer to papers so. */
async function paperNamed(paperId: PaperId, db: PaperlightDatabase): Promise<Paper | undefined> {
  return (await db.papers.get(paperId)) ?? (await db.papers.where('titleIds').equals(paperId).first());
}

/** The title of a paper for display, or undefined if it is not in the catalogue. */
export async function titleOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<string | undefined> {
  const paper = await paperNamed(paperId, db);
  return paper && readableTitle(paper.title);
}

/** Papers in the order of `paperIds`; undefined for those that are not in the catalogue. */
export async function readPapers(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
): Promise<(Paper | undefined)[]> {
  const papers = await db.papers.bulkGet([...paperIds]);
  if (papers.every((paper) => paper !== undefined)) return papers;
  return Promise.all(papers.map((paper, i) => paper ?? paperNamed(paperIds[i] as PaperId, db)));
}

/** The first `count` papers whose ids come after `id`, in the order of their ids. */
export async function papersAfter(id: PaperId, count: number, db: PaperlightDatabase = database): Promise<Paper[]> {
  return db.papers.where(':id').above(id).limit(count).toArray();
}

/** Papers by id, those that are in the catalogue. */
export async function papersOf(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
): Promise<Map<PaperId, Paper>> {
  const found = await db.papers.bulkGet([...paperIds]);
  return new Map(found.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
}

/**
 * Fingerprint of the bundled digests that the database holds, or undefined before the first merge.
 */
export async function mergedBundle(db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.meta.get('bundle'))?.value;
}
