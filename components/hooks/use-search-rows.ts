import { useMemo } from 'preact/hooks';
import { Answering } from '../../lib/core/answers.ts';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { Digest, PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';
import { queryContext } from '../../lib/core/query-context.ts';
import { type RowContent, rowContent } from '../paper/row-content.ts';
import { type Answers, useAnswers } from './use-answers.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';
import { type SeenIndex, useEngine } from './use-engine.ts';
import { useKeptAbstracts } from './use-kept-abstracts.ts';
import { useUnderstanding } from './use-understanding.ts';

/** What stands below the search box. */
export interface SearchRows {
  rows: readonly RowContent[];
  /** How many rows there are, with those that are still to be drawn. */
  count: number;
  /** Papers of the rows that who opens the popup next has to read: those that a small index has are there with it. */
  toRead: readonly PaperId[];
  /** Words of a paper that answered the query. */
  wordsOf(paperId: PaperId): readonly string[];
  /** The digest that is shown when nothing is asked. */
  latest: Digest | undefined;
  /** What the rows answer; undefined before the first answer. */
  answered: string | undefined;
  /** A query waits for the search index, which is being made. */
  isPreparing: boolean;
  /** Filters that the query may go on with. */
  chips: Chip[];
  /** What in the query can't be understood. */
  problems: Problem[];
}

/** The papers that answer `text`; without a query, those of the latest digest. `early` are answers that were there before. */
export function useSearchRows(
  catalogue: LoadedCatalogue | undefined,
  index: SeenIndex | undefined,
  entries: readonly ReadingListEntry[] | undefined,
  text: string,
  early: Answers | undefined,
): SearchRows {
  const digests = useMemo(() => catalogue?.digests ?? new Map<string, Digest>(), [catalogue]);
  const context = useMemo(() => queryContext(digests.values(), entries ?? []), [digests, entries]);
  const asked = useUnderstanding(text, context);
  const search = useEngine(catalogue, index);
  const latest = useMemo(() => newestFirst(digests.values())[0], [digests]);
  const answering = useMemo(() => search && new Answering(search, context), [search, context]);
  const answers = useAnswers(catalogue, { text, asked, answering, latest }, early);
  useKeptAbstracts(search, text, answers?.text === text);
  const rows = useMemo(
    () =>
      (answers?.hits ?? []).flatMap((hit) => {
        const paper = answers?.papers.get(hit.id);
        return paper ? rowContent(paper, hit.words, digests) : [];
      }),
    [answers, digests],
  );
  const isAtHand = search?.index.wasWhole;
  const toRead = useMemo(() => (isAtHand ? [] : rows.map(({ paper }) => paper.id)), [rows, isAtHand]);
  return {
    rows,
    count: answers?.hits.length ?? 0,
    toRead,
    wordsOf: (paperId) => answers?.hits.find(({ id }) => id === paperId)?.words ?? [],
    latest: answers?.text.trim() === '' ? latest : undefined,
    answered: answers?.text,
    isPreparing: text.trim() !== '' && search === undefined,
    chips: asked?.chips ?? [],
    problems: asked?.problems ?? [],
  };
}
