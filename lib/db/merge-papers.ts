/** Merges papers into the catalogue, wherever they come from. */
import type { Paper } from '../core/model/paper.ts';
import { logChanges } from './change-log.ts';
import type { PaperlightDatabase } from './database.ts';

/**
 * Puts papers into the catalogue, each merged with the existing one by `merge`, and logs the
 * changes. Call within a transaction that may write `papers` and `unindexed`.
 */
export async function mergeInto(
  db: PaperlightDatabase,
  papers: readonly Paper[],
  merge: (existing: Paper | undefined, paper: Paper) => Paper,
): Promise<void> {
  const existing = await db.papers.bulkGet(papers.map((paper) => paper.id));
  const merged = papers.map((paper, i) => merge(existing[i], paper));
  await db.papers.bulkPut(merged);
  const changed = merged.flatMap((paper, i) => {
    const keepsTitle = existing[i]?.title === paper.title;
    return isIndexedDifferently(existing[i], paper) ? [{ id: paper.id, keepsTitle }] : [];
  });
  for (const keepsTitle of [false, true]) {
    const ids = changed.filter((change) => change.keepsTitle === keepsTitle).map(({ id }) => id);
    await logChanges(db, ids, { keepsTitle });
  }
}

/** Whether a change of a paper changes what the search index holds of it. */
export function isIndexedDifferently(before: Paper | undefined, after: Paper): boolean {
  return (
    before?.title !== after.title ||
    before.abstract !== after.abstract ||
    before.codeLinks.join() !== after.codeLinks.join() ||
    before.digestIds.join() !== after.digestIds.join() ||
    hasNames(before) !== hasNames(after) ||
    creditsOf(before) !== creditsOf(after)
  );
}

/**
 * Whether a paper has ids in other catalogues, as facts or as hearsay, or links to pages about it.
 */
function hasNames({ known = {}, learned = [], links = [] }: Paper): boolean {
  return Object.keys(known).length + learned.length + links.length > 0;
}

/** Authors, year and venue of a paper, for comparison. */
function creditsOf({ authors, year, venue }: Paper): string {
  return JSON.stringify([authors, year, venue]);
}
