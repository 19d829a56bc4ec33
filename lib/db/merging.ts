/** Papers that come into the catalogue, from wherever. */
import type { Paper } from '../core/paper.ts';
import type { PaperlightDatabase } from './database.ts';

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
  const changed = merged.filter(({ abstract }, i) => known[i]?.abstract !== abstract);
  await db.unindexed.bulkPut(changed.map(({ id }) => ({ paperId: id })));
}
