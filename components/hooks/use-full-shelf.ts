import { useEffect } from 'preact/hooks';
import { KEPT } from '../../lib/core/paper-shelf.ts';
import { idle } from './idle.ts';
import { loadLive } from './live.ts';
import type { LoadedCatalogue } from './use-catalogue.ts';

/** Papers that are read in one go: a millisecond or two. */
const A_TURN = 25;

/**
 * Has all papers at hand, while nothing else is to be done, where they are not too many: keystrokes don't wait for the database then.
 */
export function useFullShelf(catalogue: LoadedCatalogue | undefined): void {
  useEffect(() => {
    if (!catalogue) return;
    let isCurrent = true;
    const fill = async (): Promise<void> => {
      const { papersAfter } = await loadLive();
      await idle();
      // A paper of several digests counts for each: telling them apart takes 50 ms where they are 100,000.
      const listed = [...catalogue.digests.values()].reduce((sum, { paperIds }) => sum + paperIds.length, 0);
      if (listed > KEPT) return;
      await catalogue.shelf.fill(async (id) => {
        await idle();
        return isCurrent ? papersAfter(id, A_TURN) : [];
      });
    };
    // Papers that can't be read now are read, or not, when they are asked for.
    fill().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [catalogue]);
}
