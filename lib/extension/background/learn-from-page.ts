/** What the background learns from pages that are about a catalogued paper. */
import { dayOf } from '../../core/model/learned-ids.ts';
import type { PaperId } from '../../core/model/paper.ts';
import { paperIdOf } from '../../core/model/paper-id.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { idsProvenBy } from '../../core/pages/external-ids.ts';
import { candidatesFor, idsTaughtBy, type PageFacts, subjectOf } from '../../core/pages/page-subject.ts';
import { papersOf } from '../../db/catalogue.ts';
import { learn } from '../../db/learned.ts';
import { noteRead } from '../../db/pages-read.ts';
import { readSettings } from '../browser/settings.ts';

/** The catalogued paper that a page is about, if it is about one. */
export async function paperAbout(facts: PageFacts): Promise<PaperId | undefined> {
  const catalogued = await papersOf(candidatesFor(facts));
  return catalogued.size > 0 ? subjectOf(facts, (paperId) => catalogued.has(paperId)) : undefined;
}

/**
 * Keeps what a page teaches of the paper that it is about, unless the reader has turned that off.
 * `read` reads what the page says of its paper; it is called only where that may teach more.
 * Resolves with whether the page is about a paper.
 */
export async function learnFrom(facts: PageFacts, read: () => Promise<RecordContent | undefined>): Promise<boolean> {
  if (!(await readSettings()).learning) return false;
  const paperId = await paperAbout(facts);
  if (paperId === undefined) return false;
  await learn(paperId, idsTaughtBy(facts, dayOf(Date.now())));
  await readFrom(facts, paperId, read).catch(() => {
    // The page went, or does not answer: the next visit tries again.
  });
  return true;
}

/**
 * Keeps authors, year and venue that the page of an archive says of a paper, where the catalogue
 * has none. Only archives whose addresses prove which paper they are about are asked: any other
 * page can claim anything.
 */
async function readFrom(
  { address }: PageFacts,
  paperId: PaperId,
  read: () => Promise<RecordContent | undefined>,
): Promise<void> {
  const { doi: _anySite, ...ids } = idsProvenBy(address);
  const paper = (await papersOf([paperId])).get(paperId);
  if (!paper || paper.authors || Object.keys(ids).length === 0) return;
  const record = await read();
  if (!record || ![paperId, ...(paper.titleIds ?? [])].includes(paperIdOf(record.title))) return;
  await noteRead(paperId, { ...record, ids });
}
