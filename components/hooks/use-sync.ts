import { useEffect, useState } from 'preact/hooks';
import { detailOf } from '../../lib/db/failures.ts';
import { clockNow } from '../../lib/db/sync.ts';
import { watch } from '../../lib/db/watch.ts';
import { askToSync } from '../../lib/extension/messages.ts';
import { deleteCarried, readSyncReport, type SyncReport } from '../../lib/extension/sync-report.ts';
import { watchSyncState } from '../../lib/extension/sync-state.ts';

/** The sync as the settings show it, and what can be done with it. */
export interface Sync {
  /** Undefined until it is known. */
  report: SyncReport | undefined;
  /** Why it is not known, or why something could not be done. */
  error: string | undefined;
  isBusy: boolean;
  syncNow(): void;
  /** Deletes what the browser's sync holds of the list. */
  deleteAll(): void;
}

/** How the sync stands, kept up to date. `isOn` is the setting. */
export function useSync(isOn: boolean): Sync {
  const [report, setReport] = useState<SyncReport>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const failed = (reason: unknown): void => setError(detailOf(reason));
  const read = (): Promise<void> => readSyncReport().then(setReport).catch(failed);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the setting changes, and told of all other changes
  useEffect(() => {
    const abort = new AbortController();
    watchSyncState(() => void read(), abort.signal);
    // Asks at once, too.
    watch(clockNow, { answered: () => void read(), failed }, abort.signal);
    return () => abort.abort();
  }, [isOn]);

  const act = async (what: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await what().catch(failed);
    await read();
    setBusy(false);
  };
  return { report, error, isBusy, syncNow: () => void act(askToSync), deleteAll: () => void act(deleteCarried) };
}
