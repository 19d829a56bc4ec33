import { useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import type { RestoreMode } from '../../lib/core/backup/plan-restore.ts';
import { BackupError } from '../../lib/core/backup/read-backup.ts';
import type { Snapshot } from '../../lib/db/database.ts';
import { undo } from '../../lib/db/journal.ts';
import { previewRestoration, restore } from '../../lib/db/restoration.ts';
import { whyNotOpened, whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { changeSettings } from '../../lib/extension/browser/settings.ts';
import { defaultSettings, type Settings, settingsOfFile } from '../../lib/extension/browser/stored-settings.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import type { Toast } from '../ui/use-toast.ts';
import { readBackupFile } from './files.ts';
import type { Candidate } from './restore-preview.tsx';
import { dateOf, whyNotRead } from './restore-sentences.ts';

/** The state of a restoration, and its actions. */
export interface Restoring {
  candidate: Candidate | undefined;
  busy: boolean;
  /** Why the latest choice can't be restored; empty if it can. */
  wrong: string;
  chooseFile(file: File): Promise<void>;
  chooseSnapshot(snapshot: Snapshot): Promise<void>;
  restore(mode: RestoreMode, takeSettings: boolean): Promise<void>;
  cancel(): void;
}

/** Restores backups and snapshots after a preview, with undo. */
export function useRestoring(settings: Settings, show: (toast: Toast) => void): Restoring {
  const [candidate, setCandidate] = useState<Candidate>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');

  const choose = async (question: string, mode: RestoreMode, load: () => Promise<Backup>): Promise<void> => {
    setWrong('');
    setCandidate(undefined);
    try {
      const backup = await load();
      const preview = await previewRestoration(backup);
      const hasSettings = backup.settings !== undefined && !isSame(backup.settings, settings);
      // With default settings, the reader probably wants those of the file.
      const takeSettings = hasSettings && isSame(settings, defaultSettings);
      setCandidate({ question, backup, preview, mode, hasSettings, takeSettings });
    } catch (error) {
      setWrong(error instanceof BackupError ? whyNotRead(error.problem) : whyNotOpened(error));
    }
  };

  const restoreNow = async (mode: RestoreMode, takeSettings: boolean): Promise<void> => {
    if (!candidate || busy) return;
    setBusy(true);
    try {
      const { backup } = candidate;
      const { changed, change } = await restore(backup, mode);
      if (takeSettings) await changeSettings(settingsOfFile(backup.settings));
      setCandidate(undefined);
      const before = takeSettings ? settings : undefined;
      const action = { label: t('shared.undo'), run: () => void undoAndNotify(change, before) };
      const text = changed > 0 ? t('data.restoredSome', changed, { n: formatNumber(changed) }) : t('data.restored');
      show({ text, tone: 'note', ...((change !== undefined || before) && { action }) });
    } catch (error) {
      const action = { label: t('shared.tryAgain'), run: () => void restoreNow(mode, takeSettings) };
      show({ text: whyNotWritten(error, 'restored'), tone: 'error', action });
    }
    setBusy(false);
  };

  const undoAndNotify = async (change: number | undefined, before: Settings | undefined): Promise<void> => {
    try {
      if (change !== undefined) await undo(change);
      if (before) await changeSettings(settingsOfFile(before));
      show({ text: t('data.takenBack'), tone: 'note' });
    } catch (error) {
      const action = { label: t('shared.tryAgain'), run: () => void undoAndNotify(change, before) };
      show({ text: whyNotWritten(error, 'undone'), tone: 'error', action });
    }
  };

  return {
    candidate,
    busy,
    wrong,
    chooseFile: (file) => choose(t('data.restoreFile', { name: file.name }), 'merge', () => readBackupFile(file)),
    // Exact, since merging an older state of the same list would change nothing.
    chooseSnapshot: ({ at, entries }) =>
      choose(t('data.restoreState', { day: dateOf(at) }), 'exact', async () => ({
        at,
        entries,
        digests: [],
        papers: [],
        known: [],
      })),
    restore: restoreNow,
    cancel: () => setCandidate(undefined),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(settingsOfFile(a)) === JSON.stringify(settingsOfFile(b));
}
