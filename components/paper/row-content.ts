/** The texts of a paper's row in a list. */

import { newestFirst } from '../../lib/core/digests/digest-label.ts';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Digest, ListedPaper } from '../../lib/core/model/paper.ts';
import { excerpt } from '../../lib/core/search/excerpt.ts';
import { findMarks, type MarkedPiece, markWords } from '../../lib/core/search/highlight-terms.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import { digestName } from '../../lib/extension/browser/digest-name.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';

/** The texts of a row, split into highlighted and plain pieces. */
export interface RowContent {
  paper: ListedPaper;
  title: MarkedPiece[];
  /** A line of the abstract around the match, or of the reader's note if that matched. */
  excerpt: MarkedPiece[];
  isFromNote: boolean;
  /** "Song et al. · ICLR 2021"; empty if unknown. */
  byline: MarkedPiece[];
  /** Where the paper is from: "Mar 13 and 2 more". */
  note: string;
}

/** The reader's note about a paper, and the matching words of note and tags. */
export interface OwnMatch {
  note: string;
  words: readonly string[];
}

/** The content of a paper's row; `words` are those to highlight. */
export function rowContent(
  paper: ListedPaper,
  words: readonly string[],
  digests: ReadonlyMap<string, Digest>,
  { note = digestNote(paper, digests), own }: { note?: string; own?: OwnMatch | undefined } = {},
): RowContent {
  const noteMarks = own ? findMarks(own.note, own.words) : [];
  const isFromNote = noteMarks.length > 0;
  return {
    paper,
    title: markWords(readableTitle(paper.title), own ? [...words, ...own.words] : words),
    excerpt:
      own && isFromNote ? excerpt(own.note, noteMarks) : excerpt(paper.abstract, findMarks(paper.abstract, words)),
    isFromNote,
    byline: markWords(bylineOf(paper), words),
    note,
  };
}

/**
 * Status and tags of a saved paper, and where it is from: "Reading · vision, later · Mar 13". Empty
 * for one that is not saved.
 */
export function savedNote(
  paper: ListedPaper,
  digests: ReadonlyMap<string, Digest>,
  entry: Pick<ReadingListEntry, 'status' | 'tags'> | undefined,
): { note?: string } {
  return entry ? { note: [entryNote(entry), digestNote(paper, digests)].filter(Boolean).join(' · ') } : {};
}

/** "Reading · vision, later". */
export function entryNote({ status, tags }: Pick<ReadingListEntry, 'status' | 'tags'>): string {
  return [statusWord(status), tags.join(', ')].filter(Boolean).join(' · ');
}

/** The digests that include a paper, latest first. */
export function digestsOf(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): Digest[] {
  return newestFirst(paper.digestIds.flatMap((id) => digests.get(id) ?? []));
}

function digestNote(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): string {
  const [first, ...others] = digestsOf(paper, digests);
  if (!first) return '';
  const label = first.date ?? digestName(first);
  return others.length > 0 ? t('paper.andMore', { digest: label, n: formatNumber(others.length) }) : label;
}
