import { useEffect, useState } from 'preact/hooks';
import { type Live, loadLive } from './live.ts';

/** The latest answer to a question, and why it could not be asked again, if so. */
export interface Watched<T> {
  answer: T | undefined;
  error: unknown;
}

/**
 * The answer to a question about the database, kept up to date. A change of `attempt` asks afresh.
 */
export function useWatched<T>(question: (live: Live) => Promise<T>, attempt = 0): Watched<T> {
  const [watched, setWatched] = useState<Watched<T>>({ answer: undefined, error: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the same function under a new name at each rendering
  useEffect(() => {
    const abort = new AbortController();
    const answered = (answer: T): void => setWatched({ answer, error: undefined });
    const failed = (error: unknown): void => setWatched((before) => ({ ...before, error }));
    void loadLive().then((live) => {
      if (!abort.signal.aborted) live.watch(() => question(live), { answered, failed }, abort.signal);
    });
    return () => abort.abort();
  }, [attempt]);
  return watched;
}
