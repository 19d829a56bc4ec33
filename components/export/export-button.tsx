import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/paper.ts';
import { Icon } from '../ui/icon.tsx';
import type { ExportDialogProps } from './export-dialog.tsx';

interface ExportButtonProps {
  /** Papers that the reader has selected, to be exported first of all. */
  selection?: readonly PaperId[];
}

/** A button that opens the export dialog, which is loaded only then. */
export function ExportButton({ selection }: ExportButtonProps) {
  const [dialog, setDialog] = useState<{ View: FunctionComponent<ExportDialogProps> }>();
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const open = async (): Promise<void> => {
    try {
      const { ExportDialog: View } = await import('./export-dialog.tsx');
      setDialog({ View });
      setOpen(true);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" class="button export-button" aria-haspopup="dialog" onClick={() => void open()}>
        <Icon name="export" />
        Export
      </button>
      {failed && (
        <span class="problem" role="alert">
          The dialog could not be loaded. Reload this page.
        </span>
      )}
      {isOpen && dialog && <dialog.View {...(selection && { selection })} onClose={() => setOpen(false)} />}
    </>
  );
}
