import type { PaperId } from '../../lib/core/model/paper.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { useExportDialog } from './use-export-dialog.tsx';

interface ExportButtonProps {
  /** The reader's selection, which is the first choice. */
  selection?: readonly PaperId[];
}

/** A button that opens the export dialog. */
export function ExportButton({ selection }: ExportButtonProps) {
  const { open, view, failed } = useExportDialog();
  return (
    <>
      <button type="button" class="button export-button" aria-haspopup="dialog" onClick={() => void open(selection)}>
        <Icon name="export" />
        {t('export.open')}
      </button>
      {failed && (
        <span class="problem" role="alert">
          {t('shared.dialogNotLoaded')}
        </span>
      )}
      {view}
    </>
  );
}
