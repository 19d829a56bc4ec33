/**
 * What the first source of a paper said of its authors and year: papers are cited by it, whatever
 * other sources say later.
 */
import type { Paper } from '../core/model/paper.ts';
import { database, type PaperlightDatabase } from './database.ts';

/** The papers with authors and year as their first source gave them. */
export async function asFirstSaid(
  papers: readonly Paper[],
  db: PaperlightDatabase = database,
): Promise<Pick<Paper, 'id' | 'title' | 'authors' | 'year'>[]> {
  // If no record is stored, all sources say the same. A record without a source id has what was
  // kept of a paper that lost its sources.
  const keys = papers.flatMap(({ id, digestIds }) => ['', ...digestIds.slice(0, 1)].map((source) => [source, id]));
  const records = await db.records.bulkGet(keys as [string, string][]);
  const first = new Map<string, { authors?: Paper['authors']; year?: Paper['year'] }>();
  for (const record of records) if (record && !first.has(record.paperId)) first.set(record.paperId, record.record);
  return papers.map(({ id, title, authors, year }) => {
    const said = first.get(id) ?? { authors, year };
    return { id, title, ...(said.authors && { authors: said.authors }), ...(said.year && { year: said.year }) };
  });
}
