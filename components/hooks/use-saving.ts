import { useEffect, useRef, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { Failing } from '../list-changes.ts';
import { loadLive } from './live.ts';
import { useDeferred } from './use-deferred.ts';
import type { Toast } from './use-toast.ts';

/** What the reader can do to the reading list. */
export interface Saving {
  /** Saves a paper, or removes a saved one. */
  toggle(paper: Paper): void;
  /** Makes a change by a function of lib/db/reading-list.ts; tells when it is on disk, or why it is not. `what` was not done then. */
  change(write: () => Promise<void>, what?: Failing): Promise<void>;
  /** Takes a change back, or the latest one, whichever part of the extension made it; false when there is none. */
  undo(id?: number): boolean;
}

const load = () => import('../list-changes.ts');

/** Changing the reading list, with undo. Each notice tells of a write that is on disk; a failed one tells so and changes nothing. */
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

  const toggle = async (paper: Paper): Promise<void> => {
    // A second click while the first is being written would act on what is not true any more.
    if (busy.current.has(paper.id)) return;
    busy.current.add(paper.id);
    const { toggleSaved } = await load();
    await toggleSaved(paper, saved.has(paper.id), show);
    busy.current.delete(paper.id);
  };

  return {
    toggle: (paper) => void toggle(paper),
    change: async (write, what = 'changed') => (await load()).make(write, what, show),
    undo: (id) => {
      if (canUndo) void changes?.takeBack(id, show);
      return canUndo;
    },
  };
}
