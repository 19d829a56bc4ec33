import { useEffect, useRef, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { Toast } from '../ui/use-toast.ts';
import type { Failing, WriteChange } from './list-changes.ts';
import { loadQueries } from './load-queries.ts';
import { useDeferred } from './use-deferred.ts';

/** Actions on the reading list. */
export interface Saving {
  /** Saves a paper, or removes a saved one. */
  toggle(paper: Pick<Paper, 'id'>): void;
  /**
   * Makes a change by a function of lib/db and shows the outcome. `what` names what was not done on
   * failure.
   */
  change(write: WriteChange, what?: Failing): Promise<void>;
  /** Undoes a change, or the latest one by any part of the extension; false if there is none. */
  undo(id?: number): boolean;
  /** Shows another notice. */
  show(toast: Toast): void;
}

const load = () => import('./list-changes.ts');

/**
 * Changes the reading list, with undo. Notices of success are shown only once a write is on disk.
 */
export function useSaving(saved: ReadonlySet<PaperId>, show: (toast: Toast) => void): Saving {
  const busy = useRef(new Set<PaperId>());
  const changes = useDeferred(load);
  const [canUndo, setCanUndo] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const answered = (latest: unknown): void => setCanUndo(latest !== null);
    // Errors of the database are reported by the views that read it.
    if (changes) {
      void loadQueries().then(({ watch }) => watch(changes.latestChange, { answered, failed: () => {} }, abort.signal));
    }
    return () => abort.abort();
  }, [changes]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    // Without session storage there is nothing to offer.
    void changes?.offerPendingUndo(show).catch(() => {});
  }, [changes]);

  const toggle = async (paper: Pick<Paper, 'id'>): Promise<void> => {
    // A second click during the write would act on stale data.
    if (busy.current.has(paper.id)) return;
    busy.current.add(paper.id);
    const { toggleSaved } = await load();
    await toggleSaved(paper, saved.has(paper.id), show);
    busy.current.delete(paper.id);
  };

  return {
    show,
    toggle: (paper) => void toggle(paper),
    change: async (write, what = 'changed') => (await load()).applyAndNotify(write, what, show),
    undo: (id) => {
      // Until it is known whether there is a change, assumes so.
      if (canUndo || !changes) void load().then(({ undoAndNotify }) => undoAndNotify(id, show));
      return canUndo || !changes;
    },
  };
}
