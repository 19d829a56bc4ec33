/** Papers that come into the catalogue, from wherever. */
import type { Paper } from '../core/paper.ts';
import type { PaperlightDatabase } from './database.ts';
import { noteUnindexed } from './unindexed.ts';

/**
 * Puts papers into the catalogue, each as `merge` makes it of what is there and what comes. Call within a transaction that may write
 * `papers` and `unindexed`.
 */
export async function mergeInto(
  db: PaperlightDatabase,
  papers: readonly Paper[],
  merge: (known: Paper | undefined, paper: Paper) => Paper,
): Promise<void> {
  const known = await db.papers.bulkGet(papers.map((paper) => paper.id));
  const merged = papers.map((paper, i) => merge(known[i], paper));
  await db.papers.bulkPut(merged);
  await noteUnindexed(
    db,
    merged.filter((paper, i) => isIndexedOtherwise(known[i], paper)).map(({ id }) => id),
  );
}

/** Whether the search index of a paper is another after a change. */
export function isIndexedOtherwise(before: Paper | undefined, after: Paper): boolean {
  return (
    before?.title !== after.title ||
    before.abstract !== after.abstract ||
    before.codeLinks.join() !== after.codeLinks.join() ||
    before.digestIds.join() !== after.digestIds.join() ||
    Object.keys(before.known ?? {}).length > 0 !== Object.keys(after.known ?? {}).length > 0
  );
}
