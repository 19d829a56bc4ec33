/** Questions and changes to the catalogue: papers and digests. */
import type { Catalogue, Digest, Paper, PaperId } from '../core/paper.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { mergeInto } from './merging.ts';
import { writeWholly } from './writing.ts';

/** Every paper, in no particular order. */
export async function allPapers(db: PaperlightDatabase = database): Promise<Paper[]> {
  return db.papers.toArray();
}

/** Every digest. */
export async function allDigests(db: PaperlightDatabase = database): Promise<Digest[]> {
  return db.digests.toArray();
}

/** A paper and the digests that hold it; undefined if it is not in the catalogue. */
export async function paperWithDigests(
  paperId: PaperId,
  db: PaperlightDatabase = database,
): Promise<{ paper: Paper; digests: Digest[] } | undefined> {
  const paper = await db.papers.get(paperId);
  if (!paper) return undefined;
  const digests = await db.digests.bulkGet(paper.digestIds);
  return { paper, digests: digests.filter((digest) => digest !== undefined) };
}

/** The title of a paper, or undefined if it is not in the catalogue. */
export async function titleOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.papers.get(paperId))?.title;
}

/** Papers by id, those that are in the catalogue. */
export async function papersOf(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
): Promise<Map<PaperId, Paper>> {
  const found = await db.papers.bulkGet([...paperIds]);
  return new Map(found.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
}

/** Fingerprint of the bundled digests that the database holds, or undefined before the first merge. */
export async function mergedBundle(db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.meta.get('bundle'))?.value;
}

/**
 * Merges the bundled catalogue in one transaction: all of it or nothing. Idempotent; papers and digests from elsewhere, and all
 * that the reader made, stay. `fingerprint` names this state of the bundle, for {@link mergedBundle}.
 */
export async function mergeBundle(
  bundle: Catalogue,
  fingerprint: string,
  db: PaperlightDatabase = database,
): Promise<void> {
  await writeWholly(db, [db.papers, db.digests, db.meta, db.unindexed], async () => {
    await mergeInto(db, bundle.papers, mergePaper);
    await db.digests.bulkPut(bundle.digests);
    await db.meta.put({ key: 'bundle', value: fingerprint });
  });
}

function mergePaper(known: Paper | undefined, paper: Paper): Paper {
  if (!known) return paper;
  return {
    ...known,
    ...paper,
    digestIds: [...new Set([...known.digestIds, ...paper.digestIds])],
    codeLinks: [...new Set([...paper.codeLinks, ...known.codeLinks])],
  };
}
