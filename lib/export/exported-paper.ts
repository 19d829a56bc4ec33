/** What is exported of a paper: what the catalogue and the reading list hold, and nothing else. */

import type { ReadingListEntry } from '../core/model/entry.ts';
import type { Paper } from '../core/model/paper.ts';
import type { Author } from '../core/model/record.ts';
import type { RecordIdKind } from '../core/model/record-ids.ts';
import { linksFromSources } from '../core/pages/paper-links.ts';

/** A paper to export. */
export interface ExportedPaper {
  paper: Paper;
  /** Its entry, if it is on the reading list. */
  entry: ReadingListEntry | undefined;
  /** Its citation key, from `citationKeys`. */
  key: string;
}

/**
 * A paper's ids in other catalogues: those that sources gave, and those that pages proved, which
 * take precedence.
 */
export function idsOf({ said, known }: Pick<Paper, 'said' | 'known'>): Partial<Record<RecordIdKind, string>> {
  return { ...said, ...known };
}

/** Addresses of pages about a paper: those of its ids first, then those that sources gave. */
export function pagesOf(paper: Pick<Paper, 'said' | 'known' | 'links'>): string[] {
  return [...new Set([...linksFromSources({ said: idsOf(paper) }).map(({ url }) => url), ...(paper.links ?? [])])];
}

/**
 * The address that programs open for a paper, a page about it or else its code, and its other
 * pages.
 */
export function addressesOf(paper: Paper): { url: string; others: string[] } {
  const [url = paper.codeLinks[0] ?? '', ...others] = pagesOf(paper);
  return { url, others };
}

/** Keywords that sources gave, and the reader's tags, for programs that have no tags. */
export function keywordsOf({ paper, entry }: ExportedPaper): string[] {
  return [...new Set([...(paper.keywords ?? []), ...(entry?.tags ?? [])])];
}

/**
 * An author as "Family, Given" on one line. A family name of several words without a given name is
 * an organisation's, and ends in a comma, as EndNote asks for it: otherwise its last word would be
 * taken for the family name. Commas, and what `removed` matches, are left out.
 */
export function nameOf({ family, given = '' }: Author, removed: RegExp = /,/g): string {
  const [last, first] = [family, given].map((part) => onOneLine(part.replace(removed, ' '))) as [string, string];
  return first !== '' || last.includes(' ') ? `${last}, ${first}`.trim() : last;
}

/**
 * Text on one line, with single spaces and without control characters, which no format can hold.
 */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The non-empty lines of a text, each as {@link onOneLine} writes it. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map(onOneLine)
    .filter(Boolean);
}
