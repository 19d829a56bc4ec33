import type { PaperId } from '../../lib/core/model/paper.ts';
import { Icon } from '../ui/icon.tsx';
import { useExportDialog } from './use-export-dialog.tsx';

interface ExportButtonProps {
  /** Papers that the reader has selected, to be exported first of all. */
  selection?: readonly PaperId[];
}

/** A button that opens the export dialog. */
export function ExportButton({ selection }: ExportButtonProps) {
  const { open, view, failed } = useExportDialog();
  return (
    <>
      <button type="button" class="button export-button" aria-haspopup="dialog" onClick={() => void open(selection)}>
        <Icon name="export" />
        Export
      </button>
      {failed && (
        <span class="problem" role="alert">
          The dialog could not be loaded. Reload this page.
        </span>
      )}
      {view}
    </>
  );
}
