import { useLayoutEffect, useState } from 'preact/hooks';
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

/**
 * The papers that answer `text`, which was understood as `asked`; without a query those of the `latest` digest. What it was before
 * stays until the answer is there; an older answer never comes after a newer one. Undefined before the first.
 */
export function useAnswers(
  catalogue: LoadedCatalogue | undefined,
  answering: Answering | undefined,
  text: string,
  asked: Understanding | undefined,
  latest: Digest | undefined,
): Answers | undefined {
  const [answers, setAnswers] = useState<Answers>();
  const isAsked = text.trim() !== '';
  useLayoutEffect(() => {
    if (!catalogue || (isAsked && !(answering && asked))) return;
    const abort = new AbortController();
    const { signal } = abort;
    const answer = async (): Promise<void> => {
      const hits =
        isAsked && answering && asked
          ? await answering.to(asked, MOST_HITS)
          : (latest?.paperIds.slice(0, MOST_HITS) ?? []).map((id) => ({ id, words: [] }));
      const show = async (count: number): Promise<void> => {
        if (signal.aborted) return;
        const papers = await catalogue.shelf.get(hits.slice(0, count).map(({ id }) => id));
        if (signal.aborted) return;
        setAnswers({ text, hits, papers });
        if (hits.length <= count) return;
        const more = (): number => requestIdleCallback(() => void show(count + MORE));
        if (count === HEAD) setTimeout(more, PAUSE_MS);
        else more();
      };
      await show(HEAD);
    };
    answer().catch(() => {
      // An index that leads astray is made anew; the answer comes with it.
      if (!signal.aborted) haveIndexRenewed();
    });
    return () => abort.abort();
  }, [catalogue, answering, text, isAsked, asked, latest]);
  return answers;
}
