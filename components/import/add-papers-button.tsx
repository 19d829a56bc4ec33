import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageToImport } from '../../lib/import/protocol.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import type { Toast } from '../ui/use-toast.ts';
import { pageToImport } from './page-in-tab.ts';
import { usePapersDropped } from './use-papers-dropped.ts';

interface AddPapersButtonProps {
  show(toast: Toast): void;
  /** Opens the dialog with the page, to add from the page in a tab if there is one. */
  asked?: { tab?: number } | undefined;
}

type Files = readonly (File | Promise<File | PageToImport>)[];
type Dialog = FunctionComponent<{ files?: Files | undefined; show(toast: Toast): void; onClose(): void }>;

/**
 * Opens the dialog for adding papers, loaded on demand. Dropped files and pasted text open it too.
 */
export function AddPapersButton({ show, asked }: AddPapersButtonProps) {
  const [dialog, setDialog] = useState<{ View: Dialog; files?: Files | undefined }>();
  const latest = useRef(show);
  latest.current = show;
  const open = async (files?: Files): Promise<void> => {
    try {
      const { AddPapersDialog: View } = await import('./add-papers-dialog.tsx');
      setDialog({ View, files });
    } catch {
      latest.current({ text: t('shared.dialogNotLoaded'), tone: 'error' });
    }
  };
  const isOver = usePapersDropped((files) => void open(files));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (asked) void open(asked.tab === undefined ? undefined : [pageToImport(asked.tab)]);
  }, []);
  return (
    <>
      <button type="button" class="button export-button" aria-haspopup="dialog" onClick={() => void open()}>
        <Icon name="add" />
        {t('adding.heading')}
      </button>
      {isOver && <div class="drop-hint">{t('adding.drop')}</div>}
      {dialog && <dialog.View files={dialog.files} show={show} onClose={() => setDialog(undefined)} />}
    </>
  );
}
