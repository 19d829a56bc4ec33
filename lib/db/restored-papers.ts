/** Restores papers of a backup, with what their sources say. */
import type { Backup } from '../core/backup/backup.ts';
import { mergeLearned, withLearned } from '../core/model/learned-ids.ts';
import type { Paper, PaperId } from '../core/model/paper.ts';
import { paperFrom, type StoredRecord, sayingsOf } from '../core/model/sourced-paper.ts';
import type { PaperlightDatabase } from './database.ts';
import { mergeInto } from './merge-papers.ts';
import { type PaperWithSayings, papersWithSayings, writePapers } from './sourced-rows.ts';

/**
 * Puts the papers of a backup into the catalogue. What exists stays; sources and fields that are
 * missing are added. Call within a transaction that may write `papers`, `records` and `unindexed`,
 * and read `digests`.
 */
export async function restorePapers({ papers, digests, records = [] }: Backup, db: PaperlightDatabase): Promise<void> {
  const recordsOf = Map.groupBy(records, ({ paperId }) => paperId);
  const here = await db.digests.filter(({ source }) => source !== 'bundled').primaryKeys();
  const added = new Set([...here, ...digests.map(({ id }) => id)]);
  const there = await papersWithSayings(
    db,
    papers.map(({ id }) => id),
  );
  const isShared = (paper: Paper, { paper: before, hasRecords }: PaperWithSayings): boolean =>
    before !== undefined &&
    (hasRecords || recordsOf.has(paper.id) || [...before.digestIds, ...paper.digestIds].some((id) => added.has(id)));
  const shared = papers.flatMap((paper, i) => {
    const one = there[i] as PaperWithSayings;
    return isShared(paper, one) ? [{ paper, one }] : [];
  });
  const isOther = new Set<PaperId>(shared.map(({ paper }) => paper.id));
  const plain = papers.filter(({ id }) => !isOther.has(id));
  await mergeInto(db, plain, (before, paper) => (before ? withMore(before, paper) : paper));
  await db.records.bulkPut(plain.flatMap(({ id }): StoredRecord[] => recordsOf.get(id) ?? []));
  await writePapers(
    db,
    shared.map(({ one }) => one),
    shared.map(({ paper, one }) => {
      const theirs = sayingsOf(paper, recordsOf.get(paper.id) ?? []);
      const learned = mergeLearned(paper.learned ?? [], one.paper?.learned ?? []);
      return paperFrom({ id: paper.id, learned }, new Map([...(one.sayings ?? []), ...lacking(theirs, one)]));
    }),
  );
}

/** What the sources say that a paper of the catalogue lacks. */
function lacking(theirs: ReturnType<typeof sayingsOf>, { sayings }: PaperWithSayings) {
  return [...theirs].filter(([sourceId]) => !sayings?.has(sourceId));
}

/** The paper of the catalogue, with what it lacks from the other. */
function withMore(here: Paper, paper: Paper): Paper {
  const merged = {
    ...here,
    abstract: here.abstract || paper.abstract,
    digestIds: [...new Set([...here.digestIds, ...paper.digestIds])],
    codeLinks: [...new Set([...here.codeLinks, ...paper.codeLinks])],
  };
  return withLearned(merged, mergeLearned(paper.learned ?? [], here.learned ?? []));
}
