/** The data of the catalogue that a plan needs. */
import type { CataloguePaper, Decisions, ImportPlanner } from '../core/import/plan-import.ts';
import type { Paper } from '../core/model/paper.ts';
import { database } from '../db/database.ts';

/** Papers that are read at once. */
const BATCH_SIZE = 2_000;

/** The reader's decisions about pairs of papers. */
export async function keptDecisions(): Promise<Decisions> {
  return new Map((await database.decisions.toArray()).map(({ pair, is }) => [pair, is]));
}

/** Adds the papers of the catalogue that are `wanted`, all by default, to `planner`. */
export async function addExistingPapers(
  planner: ImportPlanner,
  wanted: (paper: CataloguePaper) => boolean = () => true,
): Promise<void> {
  for (let after = ''; ; ) {
    const papers = await database.papers.where(':id').above(after).limit(BATCH_SIZE).toArray();
    for (const paper of papers.map(identified)) if (wanted(paper)) planner.addExisting(paper);
    if (papers.length < BATCH_SIZE) return;
    after = (papers.at(-1) as Paper).id;
  }
}

function identified(paper: Paper): CataloguePaper {
  return {
    id: paper.id,
    title: paper.title,
    year: paper.year,
    authors: paper.authors,
    ids: { ...paper.said, ...paper.known },
    alsoTitled: paper.alsoTitled,
    hasAbstract: paper.abstract !== '',
    hasLink: Object.keys(paper.known ?? {}).length > 0 || (paper.links?.length ?? 0) > 0,
  };
}
