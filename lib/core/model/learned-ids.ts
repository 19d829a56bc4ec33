/**
 * Ids of a paper that pages have taught, each with its origin. A page may say anything of itself:
 * an id is a fact only where the page's own address proves it, and hearsay otherwise.
 */
import { validIds } from './known-ids.ts';
import type { ExternalIds, IdKind, LearnedId, Paper } from './paper.ts';

/** The kinds of ids, in the order in which readers meet them. */
export const idKinds: readonly IdKind[] = ['arxiv', 'openreview', 'doi'];

/** Ids of one kind that are kept: the earliest proven ones, and the latest hearsay. */
const MAX_IDS_PER_KIND = 4;

/**
 * The ids that are facts. If several of one kind are proven, none of them is: two papers may share
 * a title, and the reader can remove the wrong one.
 */
export function factsOf(learned: readonly LearnedId[]): ExternalIds {
  const facts: ExternalIds = {};
  for (const kind of idKinds) {
    const [first, ...others] = new Set(learned.filter((one) => one.kind === kind && one.isProven).map(({ id }) => id));
    if (first !== undefined && others.length === 0) facts[kind] = first;
  }
  return facts;
}

/**
 * Merges newly learned ids. Hearsay is dropped when an id of its kind is proven, or when its host
 * says something else.
 */
export function mergeLearned(learned: readonly LearnedId[], more: readonly LearnedId[]): LearnedId[] {
  let all = [...learned];
  for (const one of more) {
    const isMoot = !one.isProven && all.some((other) => other.kind === one.kind && other.isProven);
    if (isMoot || all.some((other) => isSame(one, other))) continue;
    const isReplaced = (other: LearnedId): boolean =>
      other.kind === one.kind && !other.isProven && (one.isProven || other.host === one.host);
    all = [...all.filter((other) => !isReplaced(other)), one];
  }
  return idKinds.flatMap((kind) => {
    const proven = all.filter((one) => one.kind === kind && one.isProven);
    const hearsay = all.filter((one) => one.kind === kind && !one.isProven);
    return [...proven.slice(0, MAX_IDS_PER_KIND), ...hearsay.slice(-MAX_IDS_PER_KIND)];
  });
}

/** Whether both lists are the same, hosts included. */
export function isSameLearned(a: readonly LearnedId[], b: readonly LearnedId[]): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i] as LearnedId) && one.host === b[i]?.host);
}

/** Whether both say the same: for a fact the host makes no difference. */
function isSame(one: LearnedId, other: LearnedId): boolean {
  return (
    one.kind === other.kind &&
    one.id === other.id &&
    one.isProven === other.isProven &&
    (one.isProven || one.host === other.host)
  );
}

/**
 * The paper with exactly these learned ids. `known` becomes what its sources say and the facts
 * among these.
 */
export function withLearned<T extends Pick<Paper, 'known' | 'learned' | 'said'>>(
  paper: T,
  learned: readonly LearnedId[],
): T {
  const { known: _known, learned: _learned, ...rest } = paper;
  // A page that proves a name counts more than a file that states it.
  const facts = { ...paper.said, ...factsOf(learned) };
  return {
    ...rest,
    ...(Object.keys(facts).length > 0 && { known: facts }),
    ...(learned.length > 0 && { learned: [...learned] }),
  } as T;
}

/**
 * Turns ids that were stored before their origin was noted into hearsay: nothing proves them any
 * more.
 */
export function asHearsay(known: ExternalIds): LearnedId[] {
  const valid = validIds(known);
  return idKinds.flatMap((kind) => {
    const id = valid[kind];
    return id === undefined ? [] : [{ kind, id, host: null, day: null, isProven: false }];
  });
}

/**
 * Reads learned ids of a file. Malformed ones are left out, and what the host can't prove is
 * hearsay.
 */
export function learnedIn(value: unknown): LearnedId[] {
  if (!Array.isArray(value)) return [];
  const read = value.slice(0, 100).flatMap((row): LearnedId[] => {
    const { kind, id, host, day, isProven } = (row ?? {}) as Record<string, unknown>;
    const named = idKinds.find((name) => name === kind);
    if (named === undefined || typeof id !== 'string' || validIds({ [named]: id })[named] !== id) return [];
    const from = typeof host === 'string' && /^(?:http:\/\/)?[a-z0-9.-]{1,253}$/.test(host) ? host : null;
    const on = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
    return [{ kind: named, id, host: from, day: on, isProven: isProven === true && canProve(named, from) }];
  });
  return mergeLearned([], read);
}

/** Whether a page of this host can prove an id of this kind by its address. */
function canProve(kind: IdKind, host: string | null): boolean {
  if (host === null || host.startsWith('http://')) return false;
  const only = { arxiv: 'arxiv.org', openreview: 'openreview.net', doi: undefined }[kind];
  return only === undefined || host === only || (kind === 'arxiv' && host === 'doi.org');
}

/** The day of a time in milliseconds since the Unix epoch, by the reader's calendar. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
