/** The popup's rows of search results. */
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Digest, PaperId } from '../../lib/core/model/paper.ts';
import type { SearchAnswer } from '../../lib/core/search/search-session.ts';
import { type OwnMatch, type RowContent, rowContent, savedNote } from '../paper/row-content.ts';

/** The rows of the papers that have been read. */
export function searchRows(
  answer: SearchAnswer | undefined,
  digests: ReadonlyMap<string, Digest>,
  entries: readonly ReadingListEntry[] | undefined,
): RowContent[] {
  if (!answer) return [];
  const { papers, result } = answer;
  const saved = new Map(entries?.map((entry) => [entry.paperId, entry]));
  return Array.from(papers.values(), (paper) =>
    rowContent(paper, result?.words ?? [], digests, {
      own: ownMatch(answer, paper.id, entries),
      ...savedNote(paper, digests, saved.get(paper.id)),
    }),
  );
}

/** The reader's own words about a paper, if these matched. */
function ownMatch(
  { result }: SearchAnswer,
  id: PaperId,
  entries: readonly ReadingListEntry[] | undefined,
): OwnMatch | undefined {
  const words = result?.ownWords.get(id);
  const note = words && entries?.find(({ paperId }) => paperId === id)?.note;
  return words && { note: note ?? '', words };
}
