/** Where a paper is from, and which other papers it may be the same as. */
import type { Digest, Paper, PaperId } from '../core/model/paper.ts';
import { paperIdOf } from '../core/model/paper-id.ts';
import { fold } from '../core/text/fold.ts';
import { papersAfter } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { papersWithSayings } from './sources.ts';

/** Papers that are read at once. */
const BATCH_SIZE = 1_000;
/** Letters of the shortest text by which a title is looked for. */
const MIN_LETTERS = 3;

/** A source of a paper. */
export interface PaperSource {
  sourceId: string;
  /** Undefined for what is kept of a paper that no source has any more. */
  source: Digest | undefined;
  /** The title by which the source has the paper. */
  title: string;
}

/** The sources of a paper, in the order in which they came. */
export async function sourcesOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<PaperSource[]> {
  const [{ sayings } = {}] = await papersWithSayings(db, [paperId]);
  const said = [...(sayings ?? [])];
  const sources = await db.digests.bulkGet(said.map(([sourceId]) => sourceId));
  return said.map(([sourceId, { title }], i) => ({ sourceId, source: sources[i], title }));
}

/** Other papers that have a title of this one. */
export async function papersLike(paper: Paper, db: PaperlightDatabase = database): Promise<Paper[]> {
  const ids = [paper.title, ...(paper.alsoTitled ?? [])].map(paperIdOf);
  const named = await db.papers.where('id').anyOf(ids).or('titleIds').anyOf(ids).toArray();
  return named.filter(({ id }) => id !== paper.id);
}

/**
 * The first `limit` papers that have these letters in their titles, whatever their spelling. Ends
 * early, with none, when `signal` says so.
 */
export async function papersTitled(
  text: string,
  limit: number,
  signal: AbortSignal,
  db: PaperlightDatabase = database,
): Promise<Paper[]> {
  const letters = fold(text);
  const found: Paper[] = [];
  if (letters.length < MIN_LETTERS) return found;
  for (let after = ''; found.length < limit && !signal.aborted; ) {
    const papers = await papersAfter(after, BATCH_SIZE, db);
    found.push(...papers.filter(({ title }) => fold(title).includes(letters)));
    if (papers.length < BATCH_SIZE) break;
    after = (papers.at(-1) as Paper).id;
  }
  return signal.aborted ? [] : found.slice(0, limit);
}
