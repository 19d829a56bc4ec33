/** Learns ids and metadata from pages that are about a catalogued paper. */
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

/** The catalogued paper that a page is about, if any. */
export async function paperAbout(facts: PageFacts): Promise<PaperId | undefined> {
  const catalogued = await papersOf(candidatesFor(facts));
  return catalogued.size > 0 ? subjectOf(facts, (paperId) => catalogued.has(paperId)) : undefined;
}

/**
 * Stores what can be learned from a page about its paper, unless the reader has turned that off.
 * `read` reads the page's record; it is called only if that may add something. Resolves with
 * whether the page is about a catalogued paper.
 */
export async function learnFrom(facts: PageFacts, read: () => Promise<RecordContent | undefined>): Promise<boolean> {
  if (!(await readSettings()).learning) return false;
  const paperId = await paperAbout(facts);
  if (paperId === undefined) return false;
  await learn(paperId, idsTaughtBy(facts, dayOf(Date.now())));
  await readFrom(facts, paperId, read).catch(() => {
    // The page is gone or does not answer: the next visit tries again.
  });
  return true;
}

/**
 * Stores a paper's authors, year and venue from an archive's page, if the catalogue has none. Only
 * from archives whose addresses prove the paper: any other page can claim anything.
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
