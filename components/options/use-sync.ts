import { useEffect, useState } from 'preact/hooks';
import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { NO_ANSWER, send } from '../../lib/extension/browser/send.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { watchSyncState } from '../../lib/extension/browser/sync-state.ts';
import { t } from '../../lib/words/words.ts';

type SyncQuestion = 'sync/report' | 'sync/now' | 'sync/delete';

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

  const ask = async (question: SyncQuestion): Promise<void> => {
    const answer = await send(question);
    if (answer.ok) setReport(answer.value);
    setError(answer.ok ? undefined : answer.error === NO_ANSWER ? t('settings.syncSilent') : detailOf(answer.error));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the setting changes, and told of all other changes
  useEffect(() => {
    const abort = new AbortController();
    const look = (): void => void ask('sync/report');
    watchSyncState(look, abort.signal);
    // The reader comes back from having changed the list.
    addEventListener('focus', look, { signal: abort.signal });
    look();
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
