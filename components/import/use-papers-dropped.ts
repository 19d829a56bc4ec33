import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { isDialogOpen } from '../ui/open-dialog.ts';
import { useFilesDropped } from '../ui/use-files-dropped.ts';

/** A shorter text is not a list of papers, and was pasted by mistake. */
const MIN_PASTED_LENGTH = 40;

/**
 * Passes files dropped on the page, and text pasted outside of text boxes, to `take`. Returns
 * whether files are dragged over it.
 */
export function usePapersDropped(take: (files: File[]) => void): boolean {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const isInBox = (event.target as Element | null)?.closest?.('input, textarea, [contenteditable]');
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isInBox || isDialogOpen()) return;
      if (files.length > 0) latest.current(files);
      else if (text.trim().length >= MIN_PASTED_LENGTH) latest.current([new File([text], t('adding.pasted'))]);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
  return useFilesDropped(take);
}
