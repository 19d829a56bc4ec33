import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { ExportDialogProps } from './export-dialog.tsx';

/**
 * The export dialog, loaded on demand: a function to open it, what to render, and whether loading
 * failed.
 */
export function useExportDialog() {
  const [dialog, setDialog] = useState<{
    View: FunctionComponent<ExportDialogProps>;
    selection?: readonly PaperId[] | undefined;
  }>();
  const [failed, setFailed] = useState(false);
  const open = async (selection?: readonly PaperId[]): Promise<void> => {
    try {
      const { ExportDialog: View } = await import('./export-dialog.tsx');
      setDialog({ View, selection });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const view = dialog && (
    <dialog.View {...(dialog.selection && { selection: dialog.selection })} onClose={() => setDialog(undefined)} />
  );
  return { open, view, failed };
}
