/** Where a paper is from, and which other papers it may be the same as. */
import type { Digest, Paper, PaperId } from '../core/model/paper.ts';
import { paperIdOf } from '../core/model/paper-id.ts';
import { fold } from '../core/text/fold.ts';
import { papersAfter } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { papersWithSayings } from './sourced-rows.ts';

/** Papers that are read at once. */
const BATCH_SIZE = 1_000;
/** Letters of a search for titles, at least. */
const MIN_SEARCH_LETTERS = 3;

/** A source of a paper. */
export interface PaperSource {
  sourceId: string;
  /** Undefined for what is kept of a paper that lost its sources. */
  source: Digest | undefined;
  /** The paper's title in this source. */
  title: string;
}

/** The sources of a paper, in the order in which they came. */
export async function sourcesOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<PaperSource[]> {
  const [{ sayings } = {}] = await papersWithSayings(db, [paperId]);
  const said = [...(sayings ?? [])];
  const sources = await db.digests.bulkGet(said.map(([sourceId]) => sourceId));
  return said.map(([sourceId, { title }], i) => ({ sourceId, source: sources[i], title }));
}

/** Other papers that share a title with this one. */
export async function papersLike(paper: Paper, db: PaperlightDatabase = database): Promise<Paper[]> {
  const ids = [paper.title, ...(paper.alsoTitled ?? [])].map(paperIdOf);
  const named = await db.papers.where('id').anyOf(ids).or('titleIds').anyOf(ids).toArray();
  return named.filter(({ id }) => id !== paper.id);
}

/**
 * The first `limit` papers with these letters in their titles, in whatever spelling. Ends early,
 * with none, when `signal` aborts.
 */
export async function papersTitled(
  text: string,
  limit: number,
  signal: AbortSignal,
  db: PaperlightDatabase = database,
): Promise<Paper[]> {
  const letters = fold(text);
  const found: Paper[] = [];
  if (letters.length < MIN_SEARCH_LETTERS) return found;
  for (let after = ''; found.length < limit && !signal.aborted; ) {
    const papers = await papersAfter(after, BATCH_SIZE, db);
    found.push(...papers.filter(({ title }) => fold(title).includes(letters)));
    if (papers.length < BATCH_SIZE) break;
    after = (papers.at(-1) as Paper).id;
  }
  return signal.aborted ? [] : found.slice(0, limit);
}
