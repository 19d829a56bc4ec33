/** What is exported of a paper: what the catalogue and the reading list hold, and nothing else. */

import type { ReadingListEntry } from '../core/model/entry.ts';
import type { Paper } from '../core/model/paper.ts';
import type { Author } from '../core/model/record.ts';
import type { RecordIdKind } from '../core/model/record-ids.ts';
import { saidLinks } from '../core/pages/paper-links.ts';

/** A paper on its way out. */
export interface ExportedPaper {
  paper: Paper;
  /** Its entry, where it stands in the reading list. */
  entry: ReadingListEntry | undefined;
  /** The name under which it is cited, from `citationKeys`. */
  key: string;
}

/**
 * A paper's names in other catalogues: those that sources gave, and those that pages proved, which
 * count more.
 */
export function idsOf({ said, known }: Pick<Paper, 'said' | 'known'>): Partial<Record<RecordIdKind, string>> {
  return { ...said, ...known };
}

/**
 * Addresses of pages about a paper: those to which its names lead first, then those that sources
 * gave.
 */
export function pagesOf(paper: Pick<Paper, 'said' | 'known' | 'links'>): string[] {
  return [...new Set([...saidLinks({ said: idsOf(paper) }).map(({ url }) => url), ...(paper.links ?? [])])];
}

/** What programs open for a paper: a page about it, or else its code, and the other pages. */
export function addressesOf(paper: Paper): { url: string; others: string[] } {
  const [url = paper.codeLinks[0] ?? '', ...others] = pagesOf(paper);
  return { url, others };
}

/**
 * Keywords that sources gave, and the reader's tags among them: programs that know no tags have
 * them there.
 */
export function keywordsOf({ paper, entry }: ExportedPaper): string[] {
  return [...new Set([...(paper.keywords ?? []), ...(entry?.tags ?? [])])];
}

/**
 * An author as "Family, Given" on one line. What has a family name of several words alone is an
 * organisation, and ends in a comma, as EndNote asks for it: else its last word would be read as a
 * family's. Names have no commas, nor what `not` matches besides.
 */
export function nameOf({ family, given = '' }: Author, not: RegExp = /,/g): string {
  const [last, first] = [family, given].map((part) => onOneLine(part.replace(not, ' '))) as [string, string];
  return first !== '' || last.includes(' ') ? `${last}, ${first}`.trim() : last;
}

/**
 * Text on one line, with single spaces, and without control characters, which no format can hold.
 */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The lines of a text that say something, each as {@link onOneLine} writes it. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map(onOneLine)
    .filter(Boolean);
}
