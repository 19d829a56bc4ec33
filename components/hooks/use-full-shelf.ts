import { useEffect } from 'preact/hooks';
import { KEPT } from '../../lib/core/paper-shelf.ts';
import { loadLive } from './live.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** Has all papers of a small catalogue at hand, while nothing else is to be done: no keystroke waits for the database then. */
export function useFullShelf(catalogue: LoadedCatalogue | undefined): void {
  useEffect(() => {
    if (!catalogue) return;
    let isCurrent = true;
    const fill = async (): Promise<void> => {
      const { allPapers } = await loadLive();
      await idle();
      if (catalogue.count > KEPT) return;
      const papers = await allPapers();
      if (isCurrent) await catalogue.shelf.fill(papers, idle);
    };
    // Papers that can't be read now are read, or not, when they are asked for.
    fill().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [catalogue]);
}

function idle(): Promise<void> {
  return new Promise((done) => requestIdleCallback(() => done()));
}
