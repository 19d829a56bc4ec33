import { useEffect, useState } from 'preact/hooks';
import { loadQueries, type Queries } from './load-queries.ts';

/** The latest result of a query, and why it could not be run again, if so. */
export interface Watched<T> {
  answer: T | undefined;
  error: unknown;
}

/** The result of a query of the database, kept up to date. A change of `attempt` runs it again. */
export function useWatched<T>(query: (queries: Queries) => Promise<T>, attempt = 0): Watched<T> {
  const [watched, setWatched] = useState<Watched<T>>({ answer: undefined, error: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is a new function with the same meaning at each render
  useEffect(() => {
    const abort = new AbortController();
    const answered = (answer: T): void => setWatched({ answer, error: undefined });
    const failed = (error: unknown): void => setWatched((before) => ({ ...before, error }));
    void loadQueries().then((queries) => {
      if (!abort.signal.aborted) queries.watch(() => query(queries), { answered, failed }, abort.signal);
    });
    return () => abort.abort();
  }, [attempt]);
  return watched;
}
