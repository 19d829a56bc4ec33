import { useEffect, useRef, useState } from 'preact/hooks';
import { backupContents } from '../../lib/db/restoration.ts';
import { snapshots as allSnapshots } from '../../lib/db/snapshots.ts';
import { whyNotOpened } from '../../lib/extension/browser/failure-words.ts';
import { keepStorage } from '../../lib/extension/browser/persistent-storage.ts';
import { t } from '../../lib/words/words.ts';
import { saveBackupFile } from '../backup/files.ts';
import { Recovery } from '../backup/recovery.tsx';
import { RestorePreviewView } from '../backup/restore-preview.tsx';
import { SnapshotList } from '../backup/snapshot-list.tsx';
import { useRestoring } from '../backup/use-restoring.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { RichText } from '../ui/rich-text.tsx';
import { useFilesDropped } from '../ui/use-files-dropped.ts';
import type { Toasts } from '../ui/use-toast.ts';
import { type SectionProps, sectionTitles } from './section.tsx';

const PLACE = 'your-data';

interface DataSectionProps extends SectionProps {
  show: Toasts['show'];
}

/** Backups, snapshots of the list, and whether the browser may evict the data. */
export function DataSection({ settings, show }: DataSectionProps) {
  const restoring = useRestoring(settings, show);
  const { answer: snapshots, error } = useWatched(() => allSnapshots());
  const isOver = useFilesDropped(([file]) => file && void restoring.chooseFile(file));
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement | null>(null);

  const save = async (): Promise<void> => {
    try {
      saveBackupFile({ ...(await backupContents()), settings });
      show({ text: t('data.backupSaved'), tone: 'note' });
    } catch (error) {
      show({
        text: whyNotOpened(error),
        tone: 'error',
        action: { label: t('shared.tryAgain'), run: () => void save() },
      });
    }
  };
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void restoring.chooseFile(file);
    // So that the same file can be chosen again.
    if (input.current) input.current.value = '';
  };
  const close = (): void => {
    restoring.cancel();
    (opener.current?.isConnected ? opener.current : (input.current?.nextElementSibling as HTMLElement | null))?.focus();
  };

  return (
    <section class={isOver ? 'section data section-over' : 'section data'} id={PLACE} tabIndex={-1}>
      <h2>{t(sectionTitles[PLACE])}</h2>
      <p class="section-text">
        <RichText of="data.about" parts={{ keeping: <Keeping /> }} />
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void save()}>
          {t('data.saveBackup')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={t('data.backupToRestore')}
          hidden
          onChange={(event) => take(event.currentTarget.files)}
        />
        <button
          type="button"
          class="button"
          onClick={(event) => {
            opener.current = event.currentTarget;
            input.current?.click();
          }}
        >
          {t('data.restoreBackup')}
        </button>
        <span class="restore-hint">{t('data.orDrop')}</span>
      </div>
      <p class="field-wrong" role="alert">
        {restoring.wrong}
      </p>
      {restoring.candidate && (
        <RestorePreviewView
          key={restoring.candidate.question}
          candidate={restoring.candidate}
          busy={restoring.busy}
          onRestore={(mode, takeSettings) => void restoring.restore(mode, takeSettings)}
          onCancel={close}
        />
      )}
      <h3>{t('data.kept')}</h3>
      <p class="section-text">{t('data.keptHint')}</p>
      {error !== undefined && (
        <>
          <p class="field-wrong">{whyNotOpened(error)}</p>
          <Recovery onRetry={() => location.reload()} />
        </>
      )}
      {snapshots?.length === 0 && <p class="empty">{t('data.nothingKept')}</p>}
      {snapshots && snapshots.length > 0 && (
        <SnapshotList
          snapshots={snapshots}
          onRestore={(snapshot) => {
            opener.current = document.activeElement as HTMLElement | null;
            void restoring.chooseSnapshot(snapshot);
          }}
        />
      )}
    </section>
  );
}

/** Whether the browser may evict the data. */
function Keeping() {
  const [isKept, setKept] = useState<boolean>();
  useEffect(() => {
    keepStorage().then(setKept, () => setKept(false));
  }, []);
  if (isKept === undefined) return null;
  return isKept ? <span>{t('data.lasting')}</span> : <span class="field-wrong">{t('data.mayBeCleared')}</span>;
}
