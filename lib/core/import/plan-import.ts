/**
 * Plans what an import would do to the catalogue. Writes nothing, and holds only keys of the
 * catalogue.
 */

import type { ReaderData } from '../formats/format-reader.ts';
import { blockingKeys, furtherIdOf, type Identified, recordKeyOf, sameness } from '../model/identity.ts';
import type { PaperId } from '../model/paper.ts';
import { paperIdOf } from '../model/paper-id.ts';
import type { RecordContent } from '../model/record.ts';
import { unitedRecord } from '../model/sourced-paper.ts';
import { fold } from '../text/fold.ts';

/** The part of a catalogued paper that a plan needs. */
export interface CataloguePaper extends Identified {
  id: PaperId;
  hasAbstract: boolean;
  hasLink: boolean;
  /** Its other titles. */
  alsoTitled?: readonly string[] | undefined;
}

/** A paper of the import: the union of its records. */
export interface PlannedPaper {
  paperId: PaperId;
  record: RecordContent;
  reader?: ReaderData;
  /** Line of its first record in the file. */
  line: number;
  isNew: boolean;
  /** What the catalogue gains if it has the paper already. */
  gains: ('abstract' | 'link')[];
}

/** Two papers that may be one. They stay apart unless the reader decides otherwise. */
export interface Doubt {
  /** Of the import. */
  paper: PlannedPaper;
  /** Of the catalogue, or of the import. */
  other: { id: PaperId } & Identified;
}

/** What the reader decided about pairs of papers, under {@link pairKey}. */
export type Decisions = ReadonlyMap<string, 'same' | 'another'>;

/** The key of a pair, in whichever order. */
export function pairKey(a: PaperId, b: PaperId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Candidates compared with a record, at most: generic titles have many. */
const MAX_CANDIDATES = 50;

interface Entry extends Identified {
  id: PaperId;
  /** Set if the import has the paper. */
  planned?: PlannedPaper;
  inCatalogue?: CataloguePaper;
}

/** One of the ways in which a paper is described: its records may have several titles. */
interface Description {
  entry: Entry;
  as: Identified;
}

/** Plans an import record by record, in time that does not depend on how many papers there are. */
export class ImportPlanner {
  private readonly byKey = new Map<string, Description[]>();
  private readonly taken = new Map<PaperId, Entry>();
  private readonly papers: PlannedPaper[] = [];
  /** Pairs that the reader has not decided about. */
  readonly doubts: Doubt[] = [];
  private readonly decisions: Decisions;
  /** The decisions by either paper of a pair. */
  private readonly decisionsByPaper = new Map<PaperId, Map<PaperId, 'same' | 'another'>>();

  constructor(decisions: Decisions) {
    this.decisions = decisions;
    for (const [pair, is] of decisions) {
      const [a = '', b = ''] = pair.split(' ');
      this.decisionsByPaper.set(a, (this.decisionsByPaper.get(a) ?? new Map()).set(b, is));
      this.decisionsByPaper.set(b, (this.decisionsByPaper.get(b) ?? new Map()).set(a, is));
    }
  }

  /** Adds a paper of the catalogue. Call for all of them before {@link add}. */
  addExisting(paper: CataloguePaper): void {
    const { id, title, year, authors, ids, alsoTitled = [] } = paper;
    const entry = { id, title, year, authors, ids, inCatalogue: paper };
    this.enter(entry);
    for (const other of alsoTitled) this.enter(entry, { title: other, year, authors, ids });
  }

  /** Adds the next record of the file. */
  add(record: RecordContent, line: number, reader?: ReaderData): void {
    const decisions = this.decisionsByPaper.get(recordKeyOf(record)) ?? new Map<PaperId, 'same' | 'another'>();
    const named = [...decisions].flatMap(([id, is]) => (is === 'same' ? (this.taken.get(id) ?? []) : []));
    const candidates = this.candidates(record).filter(({ entry }) => decisions.get(entry.id) !== 'another');
    const matches = candidates
      .filter(({ entry, is }) => is === 'same' || (is === 'doubtful' && this.decided(record, entry) === 'same'))
      .map(({ entry }) => entry);
    const same = named[0] ?? bestMatch(record, matches);
    if (same) {
      this.join(same, record, reader, line);
      return;
    }
    const paper: PlannedPaper = {
      paperId: this.freeId(record),
      record,
      line,
      isNew: true,
      gains: [],
      ...(reader && { reader }),
    };
    this.papers.push(paper);
    for (const { entry, is } of candidates) {
      if (is === 'doubtful' && this.decided(record, entry) === undefined) this.doubts.push({ paper, other: entry });
    }
    this.enter({
      id: paper.paperId,
      title: record.title,
      year: record.year,
      authors: record.authors,
      ids: record.ids,
      planned: paper,
    });
  }

  /**
   * The papers added since the last call, in the order of the file. The next file may have some of
   * them too.
   */
  takePlanned(): PlannedPaper[] {
    for (const { paperId } of this.papers) {
      const entry = this.taken.get(paperId);
      if (!entry?.planned) continue;
      const { record } = entry.planned;
      entry.inCatalogue ??= { id: paperId, ...record, hasAbstract: Boolean(record.abstract), hasLink: hasLink(record) };
      delete entry.planned;
    }
    return this.papers.splice(0);
  }

  private candidates(record: RecordContent): { entry: Entry; is: 'same' | 'doubtful' | 'different' }[] {
    const described = blockingKeys(record).flatMap((key) => {
      const all = this.byKey.get(key) ?? [];
      // A prefix that so many titles share tells nothing; of equal titles the first are compared.
      return all.length > MAX_CANDIDATES && !key.startsWith('=') ? [] : all.slice(0, MAX_CANDIDATES);
    });
    const found = new Map<Entry, 'same' | 'doubtful' | 'different'>();
    for (const { entry, as } of new Set(described)) {
      const is = sameness(record, as);
      if (is === 'same' || found.get(entry) !== 'same') found.set(entry, is);
    }
    return [...found].map(([entry, is]) => ({ entry, is }));
  }

  private decided(record: RecordContent, { id }: Entry): 'same' | 'another' | undefined {
    return (
      this.decisions.get(pairKey(paperIdOf(record.title), id)) ?? this.decisions.get(pairKey(furtherIdOf(record), id))
    );
  }

  /** Adds a record to a paper of the catalogue, or to one earlier in the file. */
  private join(entry: Entry, record: RecordContent, reader: ReaderData | undefined, line: number): void {
    if (entry.planned) {
      entry.planned.record = unitedRecord(entry.id, entry.planned.record, record);
      if (reader) entry.planned.reader = { ...reader, ...entry.planned.reader };
    } else {
      const { inCatalogue } = entry as { inCatalogue: CataloguePaper };
      const gains = [
        ...(record.abstract && !inCatalogue.hasAbstract ? ['abstract' as const] : []),
        ...(hasLink(record) && !inCatalogue.hasLink ? ['link' as const] : []),
      ];
      entry.planned = { paperId: entry.id, record, line, isNew: false, gains, ...(reader && { reader }) };
      this.papers.push(entry.planned);
    }
    // From now on this record's title and ids lead to the paper.
    this.enter(entry, record);
  }

  private enter(entry: Entry, as: Identified = entry): void {
    this.taken.set(entry.id, entry);
    const description = { entry, as };
    for (const key of blockingKeys(as)) {
      const all = this.byKey.get(key);
      if (all) all.push(description);
      else this.byKey.set(key, [description]);
    }
  }

  /** The id of a title; if that is taken, of title, first author and year. */
  private freeId(record: RecordContent): PaperId {
    const first = paperIdOf(record.title);
    if (!this.taken.has(first)) return first;
    let id = furtherIdOf(record);
    for (let n = 2; this.taken.has(id); n++) id = paperIdOf(`${record.title} ${n}`);
    return id;
  }
}

/**
 * The best of several matches of a record: one of the same title, else the first by id, so that a
 * file is read the same way whatever the catalogue has by then.
 */
function bestMatch({ title }: RecordContent, matches: readonly Entry[]): Entry | undefined {
  const sorted = matches.length > 1 ? [...matches].sort((a, b) => (a.id < b.id ? -1 : 1)) : matches;
  return sorted.find((entry) => fold(entry.title) === fold(title)) ?? sorted[0];
}

function hasLink({ ids = {}, links = [] }: RecordContent): boolean {
  return Object.keys(ids).length > 0 || links.length > 0;
}
