/** Merges the digests that come with the extension into the catalogue. */
import { recordKeyOf } from '../core/model/identity.ts';
import type { Catalogue, Paper, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { paperFrom } from '../core/model/sourced-paper.ts';
import { putDigests } from './catalogue.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { mergeInto } from './merge-papers.ts';
import { papersWithSayings, writePapers } from './sourced-rows.ts';
import { transact } from './transact.ts';

/**
 * Merges the bundled catalogue in one transaction: all of it or nothing. Idempotent, except for the
 * revision id of the digests. Papers and digests from elsewhere, what they say, and all that the
 * reader made, stay. `fingerprint` identifies this state of the bundle, for `mergedBundle`.
 */
export async function mergeBundle(
  bundle: Catalogue,
  fingerprint: string,
  db: PaperlightDatabase = database,
): Promise<void> {
  await transact(db, [db.papers, db.records, db.digests, db.meta, db.unindexed, db.decisions], async () => {
    const idOf = await papersByOtherTitles(
      db,
      bundle.papers.map(({ id }) => id),
    );
    const splitOff = await splitOffBefore(db, bundle.papers);
    const papers = bundle.papers.flatMap((paper) => {
      const digestIds = paper.digestIds.filter((digest) => !splitOff.has(`${digest} ${paper.id}`));
      const isSplitOff = digestIds.length === 0 && paper.digestIds.length > 0;
      return isSplitOff ? [] : [{ ...paper, digestIds, id: idOf(paper.id) }];
    });
    const added = new Set(await db.digests.filter(({ source }) => source !== 'bundled').primaryKeys());
    const there = await papersWithSayings(
      db,
      papers.map(({ id }) => id),
    );
    const hasOthers = there.map(
      ({ paper, hasRecords }) => hasRecords || (paper?.digestIds.some((id) => added.has(id)) ?? false),
    );
    await mergeInto(
      db,
      papers.filter((_, i) => !hasOthers[i]),
      mergePaper,
    );
    // What other sources say of a paper must outlive what the bundle says now.
    const shared = there.filter((_, i) => hasOthers[i]);
    const coming = papers.filter((_, i) => hasOthers[i]);
    const made = coming.map((paper, i) => {
      const said = paper.digestIds.map((id) => [id, recordOf(paper)] as const);
      return paperFrom(shared[i]?.paper ?? paper, new Map([...(shared[i]?.sayings ?? []), ...said]));
    });
    await writePapers(db, shared, made);
    const digests = bundle.digests.map((digest) => ({
      ...digest,
      paperIds: [...new Set(digest.paperIds.map((id) => splitOff.get(`${digest.id} ${id}`) ?? idOf(id)))],
    }));
    await putDigests(db, digests);
    await db.meta.put({ key: 'bundle', value: fingerprint });
  });
}

/**
 * What the reader has split off from papers of the bundle: by digest and paper, separated by a
 * space, the paper that it is now.
 */
async function splitOffBefore(db: PaperlightDatabase, papers: readonly Paper[]): Promise<Map<string, PaperId>> {
  const decisions = await db.decisions.filter(({ is }) => is === 'same').toArray();
  if (decisions.length === 0) return new Map();
  const told = new Map(
    decisions.flatMap(({ pair }) => [pair.split(' '), pair.split(' ').reverse()] as [string, string][]),
  );
  const found = papers.flatMap((paper) => {
    const other = told.get(recordKeyOf(paper));
    return other === undefined || other === paper.id ? [] : [{ paper, other }];
  });
  const others = await db.papers.bulkGet(found.map(({ other }) => other));
  return new Map(
    found.flatMap(({ paper, other }, i) =>
      paper.digestIds
        .filter((digest) => others[i]?.digestIds.includes(digest))
        .map((digest): [string, PaperId] => [`${digest} ${paper.id}`, other]),
    ),
  );
}

/**
 * The paper that each id refers to: the catalogue may have its title as another one of a paper with
 * another id.
 */
async function papersByOtherTitles(db: PaperlightDatabase, ids: readonly PaperId[]): Promise<(id: PaperId) => PaperId> {
  const there = new Set(
    await db.papers
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  );
  const missing = ids.filter((id) => !there.has(id));
  const others = new Map<PaperId, PaperId>();
  for (const { id, titleIds = [] } of await db.papers.where('titleIds').anyOf(missing).toArray()) {
    for (const titleId of titleIds) others.set(titleId, id);
  }
  return (id) => (there.has(id) ? id : (others.get(id) ?? id));
}

function recordOf({ title, abstract, codeLinks }: Paper): RecordContent {
  return { title, ...(abstract && { abstract }), ...(codeLinks.length > 0 && { codeLinks }) };
}

function mergePaper(existing: Paper | undefined, paper: Paper): Paper {
  if (!existing) return paper;
  return {
    ...existing,
    ...paper,
    digestIds: [...new Set([...existing.digestIds, ...paper.digestIds])],
    codeLinks: [...new Set([...paper.codeLinks, ...existing.codeLinks])],
  };
}
