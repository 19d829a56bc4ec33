import { useEffect, useRef, useState } from 'preact/hooks';
import { isDialogOpen } from './open-dialog.ts';

/**
 * Passes files dropped anywhere on the page to `take`, while no dialog is open. Returns whether
 * files are dragged over it.
 */
export function useFilesDropped(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files') || isDialogOpen()) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || isDialogOpen()) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener('dragover', over, { signal });
    // Without a related target the pointer has left the window.
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener('drop', drop, { signal });
    return () => abort.abort();
  }, []);
  return isOver;
}
