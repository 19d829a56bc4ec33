/** Questions and changes to the catalogue: papers and digests. */
import { validIds } from '../core/known-ids.ts';
import type { LearnedIds } from '../core/page-subject.ts';
import type { Catalogue, Digest, KnownIds, Paper, PaperId } from '../core/paper.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { isIndexedOtherwise, mergeInto } from './merging.ts';
import { noteUnindexed } from './unindexed.ts';
import { writeWholly } from './writing.ts';

/** Every paper, in no particular order. */
export async function allPapers(db: PaperlightDatabase = database): Promise<Paper[]> {
  return db.papers.toArray();
}

/** Every digest. */
export async function allDigests(db: PaperlightDatabase = database): Promise<Digest[]> {
  return db.digests.toArray();
}

/**
 * Name of the state in which the digests are, another one after each change; undefined before the first that was named. They hold the id of
 * every paper: this tells in no time whether they must be read again.
 */
export async function digestsState(db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.meta.get('digests'))?.value;
}

/** Puts digests in the place of what was there of them. Call within a transaction that may write `digests` and `meta`. */
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
  const paper = await db.papers.get(paperId);
  if (!paper) return undefined;
  const digests = await db.digests.bulkGet(paper.digestIds);
  return { paper, digests: digests.filter((digest) => digest !== undefined) };
}

/** The title of a paper, or undefined if it is not in the catalogue. */
export async function titleOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.papers.get(paperId))?.title;
}

/** Papers in the order of `paperIds`; undefined for those that are not in the catalogue. */
export async function readPapers(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
): Promise<(Paper | undefined)[]> {
  return db.papers.bulkGet([...paperIds]);
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

/** A paper of which a page has told one of these names; undefined if there is none. */
export async function paperKnownAs(ids: KnownIds, db: PaperlightDatabase = database): Promise<PaperId | undefined> {
  const names = Object.entries(ids) as [keyof KnownIds, string][];
  if (names.length === 0) return undefined;
  // Asked seldom, and by the reader: an index would cost every paper.
  const paper = await db.papers.filter(({ known }) => names.some(([kind, name]) => known?.[kind] === name)).first();
  return paper?.id;
}

/** Fingerprint of the bundled digests that the database holds, or undefined before the first merge. */
export async function mergedBundle(db: PaperlightDatabase = database): Promise<string | undefined> {
  return (await db.meta.get('bundle'))?.value;
}

/**
 * Merges the bundled catalogue in one transaction: all of it or nothing. Idempotent but for the name of the digests' state; papers and
 * digests from elsewhere, and all that the reader made, stay. `fingerprint` names this state of the bundle, for {@link mergedBundle}.
 */
export async function mergeBundle(
  bundle: Catalogue,
  fingerprint: string,
  db: PaperlightDatabase = database,
): Promise<void> {
  await writeWholly(db, [db.papers, db.digests, db.meta, db.unindexed], async () => {
    await mergeInto(db, bundle.papers, mergePaper);
    await putDigests(db, bundle.digests);
    await db.meta.put({ key: 'bundle', value: fingerprint });
  });
}

/**
 * Keeps names of a paper in other catalogues. What a page only says fills gaps; what its own address proves takes the place of what was
 * there. Names that have not the form of one are left out, and papers that are not in the catalogue. Resolves with whether the search
 * index of the paper is another now.
 */
export async function learnIds(
  paperId: PaperId,
  { own, said }: LearnedIds,
  db: PaperlightDatabase = database,
): Promise<boolean> {
  return db.transaction('rw', db.papers, db.unindexed, async () => {
    const paper = await db.papers.get(paperId);
    if (!paper) return false;
    const known = { ...validIds(said), ...paper.known, ...validIds(own) };
    const isNew = Object.entries(known).some(([kind, name]) => paper.known?.[kind as keyof typeof known] !== name);
    if (!isNew) return false;
    const learned = { ...paper, known };
    await db.papers.put(learned);
    const isOther = isIndexedOtherwise(paper, learned);
    if (isOther) await noteUnindexed(db, [paperId]);
    return isOther;
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
