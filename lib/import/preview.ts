/** How a preview shows files and papers. */
import type { PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import type { PreviewPaper } from './protocol.ts';

/** "library.bib" as "library". */
export function nameFrom(file: string): string {
  return file.replace(/\.[a-z0-9.]{1,12}$/i, '') || file;
}

/** A paper as a preview shows it. */
export function shown(
  paperId: PaperId,
  { title, ...said }: { title: string } & PreviewPaper['credits'],
  gains: PreviewPaper['gains'],
): PreviewPaper {
  const { authors = [], year, venue, shortVenue } = said;
  // Of more authors than three a byline shows only the first.
  return { paperId, title, credits: { authors: authors.slice(0, 3), year, venue, shortVenue }, gains };
}

/**
 * Three words with letters beyond ASCII, by which a reader sees whether the encoding was guessed
 * correctly.
 */
export function examplesIn(records: readonly { record: RecordContent }[]): string[] {
  const words = new Set<string>();
  for (const { record } of records) {
    for (const [word] of [record.title, ...(record.authors ?? []).map(({ family }) => family)]
      .join(' ')
      .matchAll(/[\p{L}]*[^\p{ASCII}][\p{L}]*/gu)) {
      words.add(word);
      if (words.size === 3) return [...words];
    }
  }
  return [...words];
}
