/**
 * The sources of papers that the reader saved from pages and links. They grow by one paper at a
 * time.
 */
import type { Digest } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { papersWithSayings } from './sourced-rows.ts';
import { addToSource, takeFromSource } from './sources.ts';

export { sourceTables } from './sources.ts';

const names = {
  pages: 'Saved from pages',
  // The text of the link is all that is known of the paper.
  links: 'Saved from links',
};

/** A growing source: of pages about a paper, or of links to one. */
export type GrowingSource = keyof typeof names;

/** Papers that were added to a growing source. */
export type Came = NonNullable<JournalRecord['came']>;

/** Adds papers to their source. Call within a transaction that may write the tables of sources. */
export async function addSaved(
  { source, papers }: Came,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await addToSource(aboutSource(source, now), papers, db);
}

/**
 * The same papers, each with what their source said of it before. Call within a transaction that
 * may read the tables of sources.
 */
export async function withSaidBefore({ source, papers }: Came, db: PaperlightDatabase = database): Promise<Came> {
  const ids = papers.map(({ paperId }) => paperId);
  const there = await papersWithSayings(db, ids);
  return {
    source,
    papers: papers.map(({ paperId, record }, i) => {
      const before = there[i]?.sayings?.get(aboutSource(source).id);
      return { paperId, record, ...(before && { before }) };
    }),
  };
}

/**
 * Removes papers from their source, or restores what it said of them before. Call within a
 * transaction that may write the tables of sources.
 */
export async function takeSaved(
  { source, papers }: Came,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  const about = aboutSource(source, now);
  const [there, came] = [papers.filter(({ before }) => before), papers.filter(({ before }) => !before)];
  const ids = came.map(({ paperId }) => paperId);
  if (ids.length > 0) await takeFromSource(about.id, ids, db);
  const said = there.map(({ paperId, before }) => ({ paperId, record: before as RecordContent }));
  if (said.length > 0) await addToSource(about, said, db);
}

function aboutSource(source: GrowingSource, now = Date.now()): Omit<Digest, 'paperIds'> {
  return { id: `saved-${source}`, name: names[source], source: 'saved', date: null, addedAt: now };
}
