/** Saving the one paper that a page is about. */
import { ImportPlanner } from '../core/import/plan-import.ts';
import { blockingKeys } from '../core/model/identity.ts';
import type { PaperId } from '../core/model/paper.ts';
import { paperIdOf } from '../core/model/paper-id.ts';
import type { RecordContent } from '../core/model/record.ts';
import { database, type JournalRecord } from '../db/database.ts';
import type { GrowingSource } from '../db/growing-source.ts';
import { saveFromPage } from '../db/saved-pages.ts';
import { addExistingPapers, keptDecisions } from './known-papers.ts';

/** The result of saving. */
export interface SavedRecord {
  paperId: PaperId;
  /** The record in the reading list's journal; undefined if the paper was on the list. */
  made: JournalRecord | undefined;
}

/**
 * Adds a paper, unless the catalogue has it, and puts it on the reading list. Throws errors of the
 * database.
 */
export async function saveRecord(record: RecordContent, source: GrowingSource = 'pages'): Promise<SavedRecord> {
  const planner = new ImportPlanner(await keptDecisions());
  const keys = new Set(blockingKeys(record));
  // Looks through all papers: this is rare, and an index of all ids would cost every import.
  await addExistingPapers(planner, ({ alsoTitled = [], ...paper }) =>
    [paper.title, ...alsoTitled].some((title) => blockingKeys({ ...paper, title }).some((key) => keys.has(key))),
  );
  planner.add(record, 0);
  const [planned] = planner.takePlanned();
  const { paperId } = planned as { paperId: PaperId };
  return { paperId, made: await saveFromPage({ source, papers: [{ paperId, record }] }) };
}

/** How many of these papers the catalogue does not have, judged by their titles. */
export async function countUnknown(records: readonly RecordContent[]): Promise<number> {
  const ids = [...new Set(records.map(({ title }) => paperIdOf(title)))];
  const { papers } = database;
  const known = new Set(await papers.where('id').anyOf(ids).primaryKeys());
  const others = ids.filter((id) => !known.has(id));
  const named = await papers.where('titleIds').anyOf(others).toArray();
  const alsoKnown = new Set(named.flatMap(({ titleIds = [] }) => titleIds));
  return others.filter((id) => !alsoKnown.has(id)).length;
}
