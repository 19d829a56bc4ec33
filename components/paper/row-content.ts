/** What a row of a list says about a paper. */
import { digestLabel } from '../../lib/core/digest-label.ts';
import { newestFirst } from '../../lib/core/digest-order.ts';
import { excerpt } from '../../lib/core/excerpt.ts';
import type { Digest, ListedPaper } from '../../lib/core/paper.ts';
import { findMarks, type MarkedPiece, markWords } from '../../lib/core/search.ts';

/** The text of a row, cut into marked and plain pieces. */
export interface RowContent {
  paper: ListedPaper;
  title: MarkedPiece[];
  /** A line of the abstract, around the match. */
  excerpt: MarkedPiece[];
  /** Where the paper was found: "Mar 13 and 2 more". */
  note: string;
}

/** The content of the row of a paper; `words` are those that answered a query. */
export function rowContent(
  paper: ListedPaper,
  words: readonly string[],
  digests: ReadonlyMap<string, Digest>,
  note = digestNote(paper, digests),
): RowContent {
  return {
    paper,
    title: markWords(paper.title, words),
    excerpt: excerpt(paper.abstract, findMarks(paper.abstract, words)),
    note,
  };
}

/** The digests that hold a paper, latest date first. */
export function digestsOf(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): Digest[] {
  return newestFirst(paper.digestIds.flatMap((id) => digests.get(id) ?? []));
}

function digestNote(paper: ListedPaper, digests: ReadonlyMap<string, Digest>): string {
  const [first, ...others] = digestsOf(paper, digests);
  if (!first) return '';
  const label = first.date ?? digestLabel(first);
  return others.length > 0 ? `${label} and ${others.length} more` : label;
}
