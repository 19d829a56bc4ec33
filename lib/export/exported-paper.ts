/** What is exported of a paper: what the catalogue and the reading list hold, and nothing else. */
import { knownLinks } from '../core/known-links.ts';
import type { Paper, ReadingListEntry } from '../core/paper.ts';

/** A paper on its way out. */
export interface ExportedPaper {
  paper: Paper;
  /** Its entry, where it stands in the reading list. */
  entry: ReadingListEntry | undefined;
  /** The name under which it is cited, from `citationKeys`. */
  key: string;
}

/** Addresses of a paper: pages that are about it first, then those of code and project. */
export function addressesOf({ known, codeLinks }: Paper): string[] {
  return [...new Set([...knownLinks(known).map(({ url }) => url), ...codeLinks])];
}

/** Text on one line, with single spaces, and without control characters, which no format can hold. */
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
