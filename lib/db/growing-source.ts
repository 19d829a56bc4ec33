/**
 * The sources of papers that the reader saved from pages and links. They grow by a paper at a time.
 */
import { database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { addToSource, takeFromSource } from './sources.ts';

export { sourceTables } from './sources.ts';

const names = {
  pages: 'Saved from pages',
  // All that is known of a paper is what was written on the link.
  links: 'Saved from links',
};

/** Which of them: of pages about a paper, or of links to one. */
export type GrowingSource = keyof typeof names;

/** Papers that came into one. */
export type Came = NonNullable<JournalRecord['came']>;

/** Adds papers to their source. Call within a transaction that may write the tables of sources. */
export async function addSaved(
  { source, papers }: Came,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  const about = { id: `saved-${source}`, name: names[source], source: 'saved', date: null, addedAt: now } as const;
  await addToSource(about, papers, db);
}

/**
 * Takes papers out of their source. Call within a transaction that may write the tables of sources.
 */
export async function takeSaved({ source, papers }: Came, db: PaperlightDatabase = database): Promise<void> {
  const ids = papers.map(({ paperId }) => paperId);
  await takeFromSource(`saved-${source}`, ids, db);
}
