/** What the background learns from pages that are about a catalogued paper. */
import { candidatesFor, idsOf, type PageFacts, subjectOf } from '../core/page-subject.ts';
import type { PaperId } from '../core/paper.ts';
import { learnIds, papersOf } from '../db/catalogue.ts';
import { keepIndex } from './index-keeper.ts';

/** The catalogued paper that a page is about, if it is about one. */
export async function paperAbout(facts: PageFacts): Promise<PaperId | undefined> {
  const known = await papersOf(candidatesFor(facts));
  return known.size > 0 ? subjectOf(facts, (paperId) => known.has(paperId)) : undefined;
}

/** Keeps the names of the paper that a page is about. */
export async function learnFrom(facts: PageFacts): Promise<void> {
  const paperId = await paperAbout(facts);
  // Those with a known id are found by has:link.
  if (paperId !== undefined && (await learnIds(paperId, idsOf(facts)))) await keepIndex();
}
