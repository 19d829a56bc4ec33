/**
 * Whether two descriptions are of the same paper. Candidates come from blocking keys (see {@link
 * blockingKeys}), never from comparing all pairs.
 */
import { fold } from '../text/fold.ts';
import type { PaperId } from './paper.ts';
import { paperIdOf } from './paper-id.ts';
import { type Author, firstAuthorOf } from './record.ts';
import { type RecordIdKind, recordIdKinds } from './record-ids.ts';

/** The fields that identify a paper. */
export interface Identified {
  title: string;
  year?: number | undefined;
  authors?: readonly Author[] | undefined;
  ids?: Partial<Record<RecordIdKind, string>> | undefined;
}

/** The verdict on a pair; `doubtful` is for the reader to decide. */
export type Sameness = 'same' | 'doubtful' | 'different';

/** Letters of the shortest title that is enough to identify a paper. */
const MIN_IDENTIFYING_LETTERS = 16;
/** Titles of parts that every volume has. */
const GENERIC_TITLE =
  /^(?:preface|foreword|editorial|introduction|index|erratum|corrigendum|onlinereference|frontmatter|untitled|deeplearning|machinelearning|tableofcontents|bookreviews?|acknowledge?ments)$/;
/** Letters by which titles may differ and still be one with a typo. */
const MAX_TYPO_LETTERS = 2;

/**
 * Whether `a` and `b` are one paper. Symmetric. A shared id joins different titles unless they have
 * little in common; an equal title joins unless ids, or first authors and years, contradict each
 * other.
 */
export function sameness(a: Identified, b: Identified): Sameness {
  const [lettersA, lettersB] = [fold(a.title), fold(b.title)];
  if (lettersA === lettersB) {
    if (sharesId(a, b)) return 'same';
    if (contradicts(a, b)) return 'doubtful';
    return isIdentifying(lettersA) || creditsAgree(a, b) ? 'same' : 'doubtful';
  }
  if (sharesId(a, b)) {
    if (shareWords(a.title, b.title)) return 'same';
    // Proceedings give the volume's DOI to each of their papers: it joins nothing.
    return authorsDiffer(a, b) ? 'different' : 'doubtful';
  }
  return isTypo(lettersA, lettersB, a, b) && !idsContradict(a, b) ? 'doubtful' : 'different';
}

/**
 * The blocking keys of a description: any two that are not `different` share one. The title's
 * letters, each id, and coarse keys that survive typos.
 */
export function blockingKeys({ title, ids = {} }: Identified): string[] {
  const letters = fold(title);
  const named = Object.entries(ids).map(([kind, id]) => `${kind}:${id}`);
  const coarse =
    letters.length < MIN_IDENTIFYING_LETTERS
      ? []
      : [`<${letters.slice(0, 8)}${letters.slice(-8)}`, `^${letters.slice(0, MIN_IDENTIFYING_LETTERS)}`];
  return [`=${letters}`, ...named, ...coarse];
}

/** The id of another paper with the same title: from title, first author and year. */
export function furtherIdOf({ title, authors, year }: Identified): PaperId {
  return paperIdOf(`${title} ${familyOf({ title, authors }) ?? ''} ${year ?? ''}`);
}

/**
 * Identifies a record by title, first author and year, in the form of an id. It stays the same when
 * the source is read again: the reader's decisions are kept under it.
 */
export function recordKeyOf({ title, authors, year }: Identified): PaperId {
  return paperIdOf(`record of ${title} ${familyOf({ title, authors }) ?? ''} ${year ?? ''}`);
}

/** Papers of the same title, author and year that {@link isIdOf} tells apart, at most. */
const MAX_NUMBERED_IDS = 20;

/**
 * Whether `id` belongs to a paper described like this: with the wrong one, what comes from
 * elsewhere would not merge.
 */
export function isIdOf(id: PaperId, said: readonly (Identified & { alsoTitled?: string[] })[]): boolean {
  const titles = [...new Set(said.flatMap(({ title, alsoTitled = [] }) => [title, ...alsoTitled]))];
  return (
    titles.some((title) => paperIdOf(title) === id) ||
    titles.some((title) => said.some((one) => furtherIdOf({ ...one, title }) === id)) ||
    titles.some((title) =>
      Array.from({ length: MAX_NUMBERED_IDS }, (_, n) => `${title} ${n}`).some((t) => paperIdOf(t) === id),
    )
  );
}

/** Whether both have the same id of some kind. */
function sharesId({ ids: a = {} }: Identified, { ids: b = {} }: Identified): boolean {
  return recordIdKinds.some((kind) => a[kind] !== undefined && a[kind] === b[kind]);
}

/**
 * Two arXiv ids are two papers; so are two DOIs, unless one is of an archive that gives each
 * version its own.
 */
function idsContradict({ ids: a = {} }: Identified, { ids: b = {} }: Identified): boolean {
  if (a.arxiv && b.arxiv && a.arxiv !== b.arxiv) return true;
  const isVenue = (doi: string | undefined): boolean =>
    doi !== undefined && !/^10\.(?:48550|5281|31219|31234|2139|1101|22541)\//.test(doi);
  return isVenue(a.doi) && isVenue(b.doi) && a.doi !== b.doi;
}

function contradicts(a: Identified, b: Identified): boolean {
  if (idsContradict(a, b)) return true;
  const yearsDiffer = a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 1;
  return authorsDiffer(a, b) && (yearsDiffer || !isIdentifying(fold(a.title)));
}

function authorsDiffer(a: Identified, b: Identified): boolean {
  const [firstA, firstB] = [familyOf(a), familyOf(b)];
  return firstA !== undefined && firstB !== undefined && firstA !== firstB;
}

/** The folded family name of the first author. */
function familyOf({ authors = [] }: Identified): string | undefined {
  return firstAuthorOf({ authors: [...authors] });
}

/**
 * Whether first author and year agree, or are unknown for both, as when a file is read again. A
 * generic title needs its author.
 */
function creditsAgree(a: Identified, b: Identified): boolean {
  const family = familyOf(a);
  if (family !== familyOf(b)) return false;
  if (family === undefined) return a.year === b.year && !GENERIC_TITLE.test(fold(a.title));
  return a.year === undefined || b.year === undefined ? a.year === b.year : Math.abs(a.year - b.year) <= 1;
}

function isIdentifying(letters: string): boolean {
  return letters.length >= MIN_IDENTIFYING_LETTERS && !GENERIC_TITLE.test(letters);
}

/** Whether half of the words of the shorter title are in the other. */
function shareWords(a: string, b: string): boolean {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared * 2 >= Math.min(wordsA.size, wordsB.size);
}

function wordsOf(title: string): Set<string> {
  return new Set(
    title
      .split(/[^\p{L}\p{N}]+/u)
      .map(fold)
      .filter((word) => word.length > 2),
  );
}

/**
 * Whether two titles may be one with a typo, or with and without its subtitle. A different number
 * is no typo.
 */
function isTypo(lettersA: string, lettersB: string, a: Identified, b: Identified): boolean {
  const [short, long] = lettersA.length <= lettersB.length ? [lettersA, lettersB] : [lettersB, lettersA];
  if (short.length < MIN_IDENTIFYING_LETTERS) return false;
  const agrees =
    (familyOf(a) !== undefined && familyOf(a) === familyOf(b)) || (a.year !== undefined && a.year === b.year);
  if (!agrees) return false;
  const [from, to] = differingPart(short, long);
  const part = long.slice(from, to) + short.slice(from, Math.max(from, short.length - (long.length - to)));
  if (/\d|^[ivx]+$/.test(part)) return false;
  const whole = lettersA.length > lettersB.length ? a.title : b.title;
  const isSubtitle = from === short.length && fold(whole.split(':')[0] as string) === short;
  return isSubtitle || (to - from <= MAX_TYPO_LETTERS && long.length - short.length <= MAX_TYPO_LETTERS);
}

/**
 * Where the longer of two texts differs from the shorter: between their common prefix and suffix.
 */
function differingPart(short: string, long: string): [from: number, to: number] {
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  return [from, long.length - end];
}
