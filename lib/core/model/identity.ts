/**
 * Whether two descriptions are of one paper. Candidates come from hashes of titles and ids (see
 * {@link sameKeys}), never from comparing all with all.
 */
import { fold } from '../text/fold.ts';
import type { PaperId } from './paper.ts';
import { paperIdOf } from './paper-id.ts';
import { type Author, firstAuthorOf } from './record.ts';
import { type RecordIdKind, recordIdKinds } from './record-ids.ts';

/** As much of a paper as tells it from others. */
export interface Identified {
  title: string;
  year?: number | undefined;
  authors?: readonly Author[] | undefined;
  ids?: Partial<Record<RecordIdKind, string>> | undefined;
}

/** What a pair is; `doubtful` is for the reader to decide. */
export type Sameness = 'same' | 'doubtful' | 'different';

/** Letters of the shortest title that proves that two papers are one. */
const MIN_PROVING_LETTERS = 16;
/** Titles of parts that every volume has. */
const GENERIC =
  /^(?:preface|foreword|editorial|introduction|index|erratum|corrigendum|onlinereference|frontmatter|untitled|deeplearning|machinelearning|tableofcontents|bookreviews?|acknowledge?ments)$/;
/** Letters by which titles may differ and be one with a slip. */
const MAX_SLIPS = 2;

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
    return isProving(lettersA) || saysTheSame(a, b) ? 'same' : 'doubtful';
  }
  if (sharesId(a, b)) {
    if (shareWords(a.title, b.title)) return 'same';
    // Proceedings give the volume's DOI to each of their papers: it joins nothing.
    return authorsDiffer(a, b) ? 'different' : 'doubtful';
  }
  return isSlip(lettersA, lettersB, a, b) && !idsContradict(a, b) ? 'doubtful' : 'different';
}

/**
 * Keys of which two papers that are not different share one: the letters of the title, each id, and
 * coarse keys for slips.
 */
export function sameKeys({ title, ids = {} }: Identified): string[] {
  const letters = fold(title);
  const named = Object.entries(ids).map(([kind, id]) => `${kind}:${id}`);
  const coarse =
    letters.length < MIN_PROVING_LETTERS
      ? []
      : [`<${letters.slice(0, 8)}${letters.slice(-8)}`, `^${letters.slice(0, MIN_PROVING_LETTERS)}`];
  return [`=${letters}`, ...named, ...coarse];
}

/** The id of a further paper of the same title: from title, first author and year. */
export function furtherIdOf({ title, authors, year }: Identified): PaperId {
  return paperIdOf(`${title} ${familyOf({ title, authors }) ?? ''} ${year ?? ''}`);
}

/**
 * A name for what a record says of which paper it is, in the form of an id: by title, first author
 * and year, which it keeps when its source is read again. Decisions of the reader are kept under
 * it.
 */
export function recordKeyOf({ title, authors, year }: Identified): PaperId {
  return paperIdOf(`record of ${title} ${familyOf({ title, authors }) ?? ''} ${year ?? ''}`);
}

/**
 * Papers of one title, author and year that are told from each other, at most, when an id is looked
 * at.
 */
const MAX_NUMBERED = 20;

/**
 * Whether `id` is that of a paper of which this is said: under the wrong one, what comes from
 * elsewhere would not merge.
 */
export function isIdOf(id: PaperId, said: readonly (Identified & { alsoTitled?: string[] })[]): boolean {
  const titles = [...new Set(said.flatMap(({ title, alsoTitled = [] }) => [title, ...alsoTitled]))];
  return (
    titles.some((title) => paperIdOf(title) === id) ||
    titles.some((title) => said.some((one) => furtherIdOf({ ...one, title }) === id)) ||
    titles.some((title) =>
      Array.from({ length: MAX_NUMBERED }, (_, n) => `${title} ${n}`).some((t) => paperIdOf(t) === id),
    )
  );
}

/** Whether both name the same id of a kind. */
function sharesId({ ids: a = {} }: Identified, { ids: b = {} }: Identified): boolean {
  return recordIdKinds.some((kind) => a[kind] !== undefined && a[kind] === b[kind]);
}

/**
 * Two numbers of arXiv are two papers; so are two DOIs, unless one is of an archive that gives each
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
  return authorsDiffer(a, b) && (yearsDiffer || !isProving(fold(a.title)));
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
 * Whether first author and year are the same, or unknown of both: all entries of a file that is
 * read again are so. A title that any book may have needs its author.
 */
function saysTheSame(a: Identified, b: Identified): boolean {
  const family = familyOf(a);
  if (family !== familyOf(b)) return false;
  if (family === undefined) return a.year === b.year && !GENERIC.test(fold(a.title));
  return a.year === undefined || b.year === undefined ? a.year === b.year : Math.abs(a.year - b.year) <= 1;
}

function isProving(letters: string): boolean {
  return letters.length >= MIN_PROVING_LETTERS && !GENERIC.test(letters);
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
 * Whether two titles may be one with a slip, or with and without its subtitle. Parts that count
 * something are no slips.
 */
function isSlip(lettersA: string, lettersB: string, a: Identified, b: Identified): boolean {
  const [short, long] = lettersA.length <= lettersB.length ? [lettersA, lettersB] : [lettersB, lettersA];
  if (short.length < MIN_PROVING_LETTERS) return false;
  const agrees =
    (familyOf(a) !== undefined && familyOf(a) === familyOf(b)) || (a.year !== undefined && a.year === b.year);
  if (!agrees) return false;
  const [from, to] = differingPart(short, long);
  const part = long.slice(from, to) + short.slice(from, Math.max(from, short.length - (long.length - to)));
  if (/\d|^[ivx]+$/.test(part)) return false;
  const whole = lettersA.length > lettersB.length ? a.title : b.title;
  const isSubtitle = from === short.length && fold(whole.split(':')[0] as string) === short;
  return isSubtitle || (to - from <= MAX_SLIPS && long.length - short.length <= MAX_SLIPS);
}

/** Where the longer of two texts differs from the shorter: between what both begin and end with. */
function differingPart(short: string, long: string): [from: number, to: number] {
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  return [from, long.length - end];
}
