/** The paper that a reader sees, derived from its records: a pure function of the set of them. */
import { fold } from '../text/fold.ts';
import { type Author, type PaperRecord, stageOf, type WorkType } from './record.ts';
import { type RecordIdKind, recordIdKinds } from './record-ids.ts';

/** A paper as derived from its records. */
export interface DerivedPaper {
  title: string;
  /** All titles that differ in more than typography, the paper's own first. */
  titles: string[];
  /** Empty if no source gives one. */
  abstract: string;
  authors: Author[];
  year: number | undefined;
  venue: string | undefined;
  type: WorkType | undefined;
  /** The ids of each kind, the most trustworthy first. */
  ids: Partial<Record<RecordIdKind, string[]>>;
  links: string[];
  codeLinks: string[];
  keywords: string[];
  /** The sources that have the paper. */
  sourceIds: string[];
}

/** Summaries written by a program, which are no abstracts. */
const MACHINE_SUMMARY =
  /^\s*(?:tl;?\s?dr\b|\[ai[- ]generated|ai[- ]generated (?:summary|abstract|tl;?dr)\b|summary by (?:gpt|claude|an? ))/i;

/**
 * Derives the paper from its records, in whatever order they are given. Published versions take
 * precedence over preprints.
 */
export function derivePaper(records: readonly PaperRecord[]): DerivedPaper {
  const ranked = rankRecords(records);
  const { year, venue, type } = publicationOf(ranked);
  const titles = distinctTitles(ranked);
  const abstracts = ranked.flatMap(({ abstract }) => (abstract && !MACHINE_SUMMARY.test(abstract) ? [abstract] : []));
  return {
    title: titles[0] ?? '',
    titles,
    abstract: longestOf(abstracts) ?? '',
    authors: longestOf(ranked.flatMap(({ authors }) => (authors ? [authors] : []))) ?? [],
    year,
    venue,
    type,
    ids: idsOf(ranked),
    links: distinct(ranked.flatMap(({ links = [] }) => links)),
    codeLinks: distinct(ranked.flatMap(({ codeLinks = [] }) => codeLinks)),
    keywords: distinct(ranked.flatMap(({ keywords = [] }) => keywords)),
    sourceIds: distinct(ranked.map(({ sourceId }) => sourceId)).sort(),
  };
}

const stages = ['published', 'preprint', 'unknown'] as const;

/** Records, the most trustworthy first, whatever order they come in. */
function rankRecords(records: readonly PaperRecord[]): PaperRecord[] {
  if (records.length === 1) return [...records];
  return records
    .map((record) => ({ record, stage: stages.indexOf(stageOf(record)), text: JSON.stringify(sortedFields(record)) }))
    .sort((a, b) => a.stage - b.stage || compare(a.text, b.text))
    .map(({ record }) => record);
}

function sortedFields(record: PaperRecord): unknown[] {
  return Object.entries(record)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, value]) =>
      name === 'ids' ? [name, Object.entries(value as object).sort(([a], [b]) => compare(a, b))] : [name, value],
    );
}

/**
 * Year, venue and type belong together: all come from the first publication, or else from the first
 * preprint.
 */
function publicationOf(ranked: readonly PaperRecord[]): Pick<DerivedPaper, 'year' | 'venue' | 'type'> {
  const best = stages.map((stage) => ranked.filter((record) => stageOf(record) === stage)).find((of) => of.length > 0);
  const dated = (best ?? []).toSorted((a, b) => (a.year ?? Number.MAX_VALUE) - (b.year ?? Number.MAX_VALUE));
  const years = ranked.flatMap(({ year }) => year ?? []);
  return {
    year: dated[0]?.year ?? (years.length > 0 ? Math.min(...years) : undefined),
    venue: dated.find(({ venue }) => venue)?.venue,
    type: dated.find(({ type }) => type)?.type,
  };
}

/**
 * Titles that fold differently, each as its best record writes it; mixed case is better than
 * capitals.
 */
function distinctTitles(ranked: readonly PaperRecord[]): string[] {
  const byFold = new Map<string, string>();
  for (const title of ranked.flatMap(({ title, alsoTitled = [] }) => [title, ...alsoTitled])) {
    const before = byFold.get(fold(title));
    if (before === undefined || (isInCapitals(before) && !isInCapitals(title))) byFold.set(fold(title), title);
  }
  return [...byFold.values()];
}

function isInCapitals(title: string): boolean {
  return title === title.toUpperCase();
}

/** The ids of each kind, in the order of the records that give them. */
function idsOf(ranked: readonly PaperRecord[]): DerivedPaper['ids'] {
  const ids: DerivedPaper['ids'] = {};
  for (const kind of recordIdKinds) {
    const names = distinct(ranked.flatMap((record) => record.ids?.[kind] ?? []));
    if (names.length > 0) ids[kind] = names;
  }
  return ids;
}

/** The longest of lists or texts; the first of several. */
function longestOf<T extends { length: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((longest, one) => (one.length > (longest?.length ?? 0) ? one : longest), undefined);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
