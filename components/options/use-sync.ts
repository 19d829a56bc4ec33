import { useEffect, useState } from 'preact/hooks';
import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { NO_ANSWER, send } from '../../lib/extension/browser/send.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { watchSyncState } from '../../lib/extension/browser/sync-state.ts';
import { t } from '../../lib/words/words.ts';

type SyncQuestion = 'sync/report' | 'sync/now' | 'sync/delete';

/** The state of the sync, and its actions. */
export interface Sync {
  /** Undefined until loaded. */
  report: SyncReport | undefined;
  /** Why it could not be loaded, or why an action failed. */
  error: string | undefined;
  isBusy: boolean;
  syncNow(): void;
  /** Deletes the list from the browser's sync. */
  deleteAll(): void;
}

/** The state of the sync, kept up to date. `isOn` is the setting. */
export function useSync(isOn: boolean): Sync {
  const [report, setReport] = useState<SyncReport>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const ask = async (question: SyncQuestion): Promise<void> => {
    const answer = await send(question);
    if (answer.ok) setReport(answer.value);
    setError(answer.ok ? undefined : answer.error === NO_ANSWER ? t('settings.syncSilent') : detailOf(answer.error));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the setting changes, and watches everything else
  useEffect(() => {
    const abort = new AbortController();
    const read = (): void => void ask('sync/report');
    watchSyncState(read, abort.signal);
    // The reader may have changed the list meanwhile.
    addEventListener('focus', read, { signal: abort.signal });
    read();
    return () => abort.abort();
  }, [isOn]);

  const act = async (question: SyncQuestion): Promise<void> => {
    setBusy(true);
    await ask(question);
    setBusy(false);
  };
  return {
    report,
    error,
    isBusy,
    syncNow: () => void act('sync/now'),
    deleteAll: () => void act('sync/delete'),
  };
}
