/** What a preview shows of files and papers. */
import { bylineOf, type Credited } from '../core/model/byline.ts';
import type { PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import type { PreviewPaper } from './protocol.ts';

/** "library.bib" as "library". */
export function nameFrom(file: string): string {
  return file.replace(/\.[a-z0-9.]{1,12}$/i, '') || file;
}

/** A paper as a preview shows it: "Song et al. · ICLR 2021" below its title. */
export function shown(
  paperId: PaperId,
  said: { title: string } & Credited,
  gains: PreviewPaper['gains'],
): PreviewPaper {
  return { paperId, title: said.title, source: bylineOf(said), gains };
}

/**
 * Three words with letters beyond ASCII, by which a reader sees whether an encoding was guessed
 * rightly.
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
