import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answering } from '../../lib/core/answers.ts';
import type { Digest, Paper, PaperId } from '../../lib/core/paper.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import type { SearchHit } from '../../lib/core/search.ts';
import { haveIndexRenewed } from './index-upkeep.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** More answers than anyone looks through, and few enough to be drawn within a frame. */
export const MOST_HITS = 50;
/** Rows that fill the popup, and the one below: the others are drawn when typing pauses, some in each frame. */
const HEAD = 8;
const MORE = 14;
/** A pause that typing doesn't leave. */
const PAUSE_MS = 250;

/** What answers a query. */
export interface Answers {
  /** What was asked; other than what is asked now while the answer is on its way. */
  text: string;
  hits: readonly SearchHit[];
  /** The papers of the hits, the first of them at first. */
  papers: ReadonlyMap<PaperId, Paper>;
}

/** The query, what it was understood as, and who answers it; without a query the `latest` digest does. */
interface Question {
  text: string;
  asked: Understanding | undefined;
  answering: Answering | undefined;
  latest: Digest | undefined;
}

/** The answer to a question, with the papers that are seen at first. Rejects when papers can't be read. */
export async function firstAnswers(catalogue: LoadedCatalogue, question: Question): Promise<Answers> {
  const { text, asked, answering, latest } = question;
  const hits =
    text.trim() === ''
      ? (latest?.paperIds.slice(0, MOST_HITS) ?? []).map((id) => ({ id, words: [] }))
      : asked && answering
        ? await answering.to(asked, MOST_HITS)
        : [];
  return { text, hits, papers: await papersOf(catalogue, hits, HEAD) };
}

/**
 * The papers that answer `text`, which was understood as `asked`; without a query those of the `latest` digest. What it was before
 * stays until the answer is there; an older answer never comes after a newer one. Undefined before the first, other than `early` ones.
 */
export function useAnswers(
  catalogue: LoadedCatalogue | undefined,
  answering: Answering | undefined,
  text: string,
  asked: Understanding | undefined,
  latest: Digest | undefined,
  early: Answers | undefined,
): Answers | undefined {
  const [answers, setAnswers] = useState(early);
  const known = useRef(early);
  const isAsked = text.trim() !== '';
  useLayoutEffect(() => {
    if (!catalogue || (isAsked && !(answering && asked))) return;
    const abort = new AbortController();
    const { signal } = abort;
    const answer = async (): Promise<void> => {
      let found = known.current;
      known.current = undefined;
      if (found?.text !== text) {
        found = await firstAnswers(catalogue, { text, asked, answering, latest });
        if (signal.aborted) return;
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
      setTimeout(goOn, PAUSE_MS, HEAD);
    };
    answer().catch(() => {
      // An index that leads astray is made anew; the answer comes with it.
      if (!signal.aborted) haveIndexRenewed();
    });
    return () => abort.abort();
  }, [catalogue, answering, text, isAsked, asked, latest]);
  return answers;
}

function papersOf({ shelf }: LoadedCatalogue, hits: readonly SearchHit[], count: number): Promise<Map<PaperId, Paper>> {
  return shelf.get(hits.slice(0, count).map(({ id }) => id));
}
