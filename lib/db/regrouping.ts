/**
 * The reader's decisions about which records are of one paper: one is split off into a paper of its
 * own, or two papers are joined. Papers are recomputed, the decision is kept for when the source is
 * read again, and both can be undone.
 */
import { pairKey } from '../core/import/plan-import.ts';
import { furtherIdOf, recordKeyOf } from '../core/model/identity.ts';
import { mergeLearned } from '../core/model/learned-ids.ts';
import type { LearnedId, PaperId } from '../core/model/paper.ts';
import { paperIdOf } from '../core/model/paper-id.ts';
import type { RecordContent } from '../core/model/record.ts';
import { paperFrom, unitedRecord } from '../core/model/sourced-paper.ts';
import { putDigests } from './catalogue.ts';
import { type Decision, database, type PaperlightDatabase } from './database.ts';
import { joinEntries } from './join-entries.ts';
import { undo } from './journal.ts';
import { deletePapers, papersWithSayings, writePapers } from './sourced-rows.ts';
import { sourceTables } from './sources.ts';
import { transact } from './transact.ts';

/** What a source says of a paper; undefined if it does not have it. */
interface Said {
  paperId: PaperId;
  sourceId: string;
  record: RecordContent | undefined;
}

/** The papers of a source before and after. */
interface Listed {
  sourceId: string;
  before: PaperId[];
  after: PaperId[];
}

/** What was done, and the state before: enough to undo it. */
export interface Regrouping {
  /** The existing paper, which stays. */
  kept: PaperId;
  /** The paper that was split off, or that was merged into the other. */
  other: PaperId;
  said: Said[];
  /** The sources of each paper in order, and what pages taught of it. */
  papers: { id: PaperId; sources: string[]; learned: LearnedId[] }[];
  lists: Listed[];
  /** Decisions as they were before, and the pairs that were decided. */
  decisions: { before: Decision[]; pairs: string[] };
  /** The journal record of its change to the reading list. */
  journalId?: number;
}

/**
 * Makes what a source says of a paper a paper of its own. Undefined if the paper has no other
 * source. Throws errors of the database, and then nothing is changed.
 */
export async function splitOff(
  paperId: PaperId,
  sourceId: string,
  db: PaperlightDatabase = database,
): Promise<Regrouping | undefined> {
  return regroup(db, async () => {
    const [{ sayings } = {}] = await papersWithSayings(db, [paperId]);
    const record = sayings?.get(sourceId);
    if (!record || (sayings?.size ?? 0) < 2) return undefined;
    const other = await freeId(db, record);
    const key = recordKeyOf(record);
    return change(db, {
      ...{ kept: paperId, other },
      said: [
        { paperId, sourceId, record: undefined },
        { paperId: other, sourceId, record },
      ],
      listed: (ids) => ids.map((id) => (id === paperId ? other : id)),
      decisions: [
        { pair: pairKey(key, paperId), is: 'another' },
        { pair: pairKey(key, other), is: 'same' },
      ],
    });
  });
}

/**
 * Makes one paper of two: what sources say of `other` they say of `kept`. Undefined if one of them
 * does not exist.
 */
export async function joinPapers(
  kept: PaperId,
  other: PaperId,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<Regrouping | undefined> {
  return regroup(db, async () => {
    const [here, there] = await papersWithSayings(db, [kept, other]);
    if (!here?.sayings || !there?.sayings || !here.paper || !there.paper || kept === other) return undefined;
    const { sayings } = here;
    const said = [...there.sayings].flatMap(([sourceId, record]): Said[] => {
      const own = sayings.get(sourceId);
      const both = own ? unitedRecord(kept, own, record) : record;
      return [
        { paperId: other, sourceId, record: undefined },
        { paperId: kept, sourceId, record: both },
      ];
    });
    const keys = [...there.sayings.values()].map((record) => pairKey(recordKeyOf(record), kept));
    const done = await change(db, {
      ...{ kept, other, said },
      learned: mergeLearned(here.paper.learned ?? [], there.paper.learned ?? []),
      listed: (ids) =>
        ids.includes(kept) ? ids.filter((id) => id !== other) : ids.map((id) => (id === other ? kept : id)),
      decisions: [...keys, pairKey(kept, other)].map((pair) => ({ pair, is: 'same' as const })),
    });
    const made = await joinEntries(db, kept, other, now);
    return { ...done, ...(made && { journalId: made.id }) };
  });
}

/** Undoes a split or a join. What came since stays. */
export async function undoRegrouping(
  done: Regrouping,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await regroup(db, async () => {
    if (done.journalId !== undefined) await undo(done.journalId, db);
    await say(db, done.said, done.papers);
    // The paper that disappears may have been saved meanwhile: that goes to the other one.
    if (!(await db.papers.get(done.other))) await joinEntries(db, done.kept, done.other, now);
    for (const { sourceId, before, after } of done.lists) {
      const digest = await db.digests.get(sourceId);
      if (!digest) continue;
      const isAsLeft = digest.paperIds.join() === after.join();
      const [gone, back] = [
        new Set(after.filter((id) => !before.includes(id))),
        before.filter((id) => !after.includes(id)),
      ];
      const paperIds = isAsLeft ? before : [...digest.paperIds.filter((id) => !gone.has(id)), ...back];
      await putDigests(db, [{ ...digest, paperIds }]);
    }
    await db.decisions.bulkDelete(done.decisions.pairs);
    await db.decisions.bulkPut(done.decisions.before);
  });
}

function regroup<T>(db: PaperlightDatabase, work: () => Promise<T>): Promise<T> {
  return transact(db, [...sourceTables(db), db.decisions, db.journal, db.snapshots], work);
}

interface Change {
  kept: PaperId;
  other: PaperId;
  said: Said[];
  /** Of the paper that is kept. */
  learned?: LearnedId[];
  listed(ids: PaperId[]): PaperId[];
  decisions: Decision[];
}

async function change(
  db: PaperlightDatabase,
  { kept, other, said, learned, listed, decisions }: Change,
): Promise<Regrouping> {
  const there = await papersWithSayings(db, [kept, other]);
  const papers = [kept, other].map((id, i) => ({
    id,
    sources: [...(there[i]?.sayings?.keys() ?? [])],
    learned: there[i]?.paper?.learned ?? [],
  }));
  const before = said.map(({ paperId, sourceId }) => ({
    paperId,
    sourceId,
    record: there[paperId === kept ? 0 : 1]?.sayings?.get(sourceId),
  }));
  await say(db, said, learned ? papers.map((one) => (one.id === kept ? { ...one, learned } : one)) : papers);
  const sources = await db.digests.bulkGet([...new Set(said.map(({ sourceId }) => sourceId))]);
  const changed = sources.flatMap((digest) => (digest ? [{ digest, paperIds: listed(digest.paperIds) }] : []));
  await putDigests(
    db,
    changed.map(({ digest, paperIds }) => ({ ...digest, paperIds })),
  );
  const pairs = decisions.map(({ pair }) => pair);
  const decided = (await db.decisions.bulkGet(pairs)).filter((one) => one !== undefined);
  await db.decisions.bulkPut(decisions);
  return {
    ...{ kept, other, papers, said: before },
    lists: changed.map(({ digest, paperIds }) => ({ sourceId: digest.id, before: digest.paperIds, after: paperIds })),
    decisions: { before: decided, pairs },
  };
}

/**
 * Sets what sources say, and recomputes the papers. A paper of which nothing is said any more is
 * deleted.
 */
async function say(db: PaperlightDatabase, said: readonly Said[], papers: Regrouping['papers']): Promise<void> {
  const there = await papersWithSayings(
    db,
    papers.map(({ id }) => id),
  );
  const gone: PaperId[] = [];
  const made = papers.flatMap(({ id, sources, learned }, i) => {
    const sayings = new Map(there[i]?.sayings ?? []);
    for (const { sourceId, record } of said.filter(({ paperId }) => paperId === id)) {
      if (record) sayings.set(sourceId, record);
      else sayings.delete(sourceId);
    }
    if (sayings.size === 0) {
      if (there[i]?.paper) gone.push(id);
      return [];
    }
    // What the reader kept of a paper that lost its sources comes first (sourced-paper.ts).
    const place = (source: string): number =>
      source === '' ? -1 : (sources.indexOf(source) + sources.length + 1) % (sources.length + 1);
    const inOrder = [...sayings].sort(([a], [b]) => place(a) - place(b));
    return [paperFrom({ id, learned }, new Map(inOrder))];
  });
  await deletePapers(db, there, gone);
  await writePapers(db, there, made);
}

/** An id for a paper of a title that another paper has, or may have. */
async function freeId(db: PaperlightDatabase, record: RecordContent): Promise<PaperId> {
  let id = paperIdOf(record.title);
  if (await db.papers.get(id)) id = furtherIdOf(record);
  for (let n = 2; await db.papers.get(id); n++) id = paperIdOf(`${record.title} ${n}`);
  return id;
}
