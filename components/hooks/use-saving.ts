import { useEffect, useRef, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { Toast } from '../ui/use-toast.ts';
import type { Failing, WriteChange } from './list-changes.ts';
import { loadLive } from './live.ts';
import { useDeferred } from './use-deferred.ts';

/** What the reader can do to the reading list. */
export interface Saving {
  /** Saves a paper, or removes a saved one. */
  toggle(paper: Pick<Paper, 'id'>): void;
  /**
   * Makes a change by a function of lib/db and shows what came of it. `what` says what failed, if
   * it does.
   */
  change(write: WriteChange, what?: Failing): Promise<void>;
  /**
   * Undoes a change, or the latest one, whichever part of the extension made it; false when there
   * is none.
   */
  undo(id?: number): boolean;
  /** Tells of another change. */
  show(toast: Toast): void;
}

const load = () => import('./list-changes.ts');

/**
 * Changing the reading list, with undo. Each notice tells of a write that is on disk; a failed one
 * tells so and changes nothing.
 */
export function useSaving(saved: ReadonlySet<PaperId>, show: (toast: Toast) => void): Saving {
  const busy = useRef(new Set<PaperId>());
  const changes = useDeferred(load);
  const [canUndo, setCanUndo] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const answered = (latest: unknown): void => setCanUndo(latest !== null);
    // That the database can't be read is said by those who show what is in it.
    if (changes) {
      void loadLive().then(({ watch }) => watch(changes.latestChange, { answered, failed: () => {} }, abort.signal));
    }
    return () => abort.abort();
  }, [changes]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the page opens
  useEffect(() => {
    // A browser that keeps nothing in memory for it has nothing to tell.
    void changes?.offerPendingUndo(show).catch(() => {});
  }, [changes]);

  const toggle = async (paper: Pick<Paper, 'id'>): Promise<void> => {
    // A second click while the first is being written would act on what is not true any more.
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
      // Before it is known whether there is a change, the key waits for that.
      if (canUndo || !changes) void load().then(({ takeBack }) => takeBack(id, show));
      return canUndo || !changes;
    },
  };
}
