/** What a row of a list says about a paper. */

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

/** The text of a row, cut into marked and plain pieces. */
export interface RowContent {
  paper: ListedPaper;
  title: MarkedPiece[];
  /**
   * A line of the abstract, around the match; or of the reader's note, where that is what matched.
   */
  excerpt: MarkedPiece[];
  isFromNote: boolean;
  /** "Song et al. · ICLR 2021"; empty where nothing is known. */
  byline: MarkedPiece[];
  /** Where the paper was found: "Mar 13 and 2 more". */
  note: string;
}

/** What the reader wrote of a paper, and the words of it that answered a query. */
export interface OwnMatch {
  note: string;
  words: readonly string[];
}

/** The content of the row of a paper; `words` are those that answered a query. */
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
 * What the reader made of a saved paper, before where it was found: "Reading · vision, later · Mar
 * 13". Nothing for one that is not saved.
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

/** The digests that hold a paper, latest date first. */
export function digestsOf(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): Digest[] {
  return newestFirst(paper.digestIds.flatMap((id) => digests.get(id) ?? []));
}

function digestNote(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): string {
  const [first, ...others] = digestsOf(paper, digests);
  if (!first) return '';
  const label = first.date ?? digestName(first);
  return others.length > 0 ? t('paper.andMore', { digest: label, n: formatNumber(others.length) }) : label;
}
