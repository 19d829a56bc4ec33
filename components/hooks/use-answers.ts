import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answering } from '../../lib/core/answers.ts';
import type { Digest, ListedPaper, PaperId } from '../../lib/core/paper.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import type { SearchHit } from '../../lib/core/search.ts';
import { holdReading } from '../../lib/db/large-file.ts';
import { ROWS_IN_SIGHT } from '../popup/last-view.ts';
import { haveIndexRenewed } from './index-upkeep.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** More answers than anyone looks through, and few enough to be drawn within a frame. */
export const MOST_HITS = 50;
/** Rows out of sight are drawn when typing pauses, so many in a frame. */
const MORE = 14;
/** A pause that typing doesn't leave. */
const PAUSE_MS = 250;
/** What was drawn is on the screen by then. */
const PAINTED_MS = 20;

/** What answers a query. */
export interface Answers {
  /** What was asked; other than what is asked now while the answer is on its way. */
  text: string;
  hits: readonly SearchHit[];
  /** The papers of the hits, the first of them at first. */
  papers: ReadonlyMap<PaperId, ListedPaper>;
}

/** The query, what it was understood as, and who answers it; without a query the `latest` digest does. */
interface Question {
  text: string;
  asked: Understanding | undefined;
  answering: Answering | undefined;
  latest: Digest | undefined;
}

/**
 * The answer to a question, with the papers that are seen at first; undefined while the query is not understood, or nobody there to answer
 * it. Rejects when papers can't be read.
 */
export async function firstAnswers(
  catalogue: LoadedCatalogue,
  { text, asked, answering, latest }: Question,
): Promise<Answers | undefined> {
  const hits =
    text.trim() === ''
      ? (latest?.paperIds.slice(0, MOST_HITS) ?? []).map((id) => ({ id, words: [] }))
      : asked && (await answering?.to(asked, MOST_HITS));
  return hits && withPapers(catalogue, text, hits);
}

/** What titles alone answer; undefined where they don't, and where nothing more has to be waited for. */
async function titleAnswers(
  catalogue: LoadedCatalogue,
  { text, asked, answering }: Question,
): Promise<Answers | undefined> {
  const hits = (asked && answering?.fromTitles(asked, MOST_HITS)) ?? [];
  return hits.length > 0 ? withPapers(catalogue, text, hits) : undefined;
}

async function withPapers(catalogue: LoadedCatalogue, text: string, hits: readonly SearchHit[]): Promise<Answers> {
  return { text, hits, papers: await papersOf(catalogue, hits, ROWS_IN_SIGHT) };
}

/**
 * The answers to a question. What they were before stays until new ones are there; an older answer never comes after a newer one.
 * Undefined before the first, other than `early` ones.
 */
export function useAnswers(
  catalogue: LoadedCatalogue | undefined,
  { text, asked, answering, latest }: Question,
  early: Answers | undefined,
): Answers | undefined {
  const [answers, setAnswers] = useState(early);
  const known = useRef(early);
  useLayoutEffect(() => {
    if (!catalogue) return;
    const abort = new AbortController();
    const { signal } = abort;
    const answer = async (): Promise<void> => {
      let found = known.current;
      known.current = undefined;
      if (found?.text !== text) {
        const question = { text, asked, answering, latest };
        // The papers of these few rows would stand in line behind a hundred megabytes.
        const goOn = holdReading();
        const titles = await titleAnswers(catalogue, question).finally(() => setTimeout(goOn, PAINTED_MS));
        if (signal.aborted) return;
        if (titles) {
          setAnswers(titles);
          await answering?.haveAll();
          if (signal.aborted) return;
        }
        found = await firstAnswers(catalogue, question);
        if (!found || signal.aborted) return;
        setAnswers(found);
      }
      const { hits } = found;
      const showMore = async (count: number): Promise<void> => {
        if (signal.aborted) return;
        const papers = await papersOf(catalogue, hits, count);
        if (signal.aborted) return;
        setAnswers({ text, hits, papers });
        goOn(count);
      };
      const goOn = (count: number): void => {
        if (hits.length > count) requestIdleCallback(() => void showMore(count + MORE));
      };
      setTimeout(goOn, PAUSE_MS, ROWS_IN_SIGHT);
    };
    answer().catch(() => {
      // An index that leads astray is made anew; the answer comes with it.
      if (!signal.aborted) haveIndexRenewed();
    });
    return () => abort.abort();
  }, [catalogue, answering, text, asked, latest]);
  return answers;
}

function papersOf(
  { shelf }: LoadedCatalogue,
  hits: readonly SearchHit[],
  count: number,
): Promise<Map<PaperId, ListedPaper>> {
  return shelf.listed(hits.slice(0, count).map(({ id }) => id));
}
