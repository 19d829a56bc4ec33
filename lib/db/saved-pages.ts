/** Saves papers that the catalogue does not have, from pages and links. */
import { database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { addSaved, type Came, withSaidBefore } from './growing-source.ts';
import { savePaper } from './reading-list.ts';
import { sourceTables } from './sources.ts';
import { transact } from './transact.ts';

/**
 * Adds the paper that a page is about to the catalogue, and puts it on top of the list, in one
 * transaction. Undoing that reverts both, except for a paper that its source had before.
 */
export async function saveFromPage(
  came: Came,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return transact(db, [...sourceTables(db), db.journal, db.snapshots], async () => {
    const toUndo = await withSaidBefore(came, db);
    await addSaved(came, db, now);
    const ids = came.papers.map(({ paperId }) => paperId);
    const made = await savePaper(ids, db, now);
    if (made) await db.journal.update(made.id, { came: toUndo });
    return made;
  });
}
