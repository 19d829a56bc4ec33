import { useEffect, useRef, useState } from 'preact/hooks';

/** A text that is so short is no list of papers: it was pasted by mistake. */
const MIN_PASTED_LENGTH = 40;

/**
 * Gives `take` files that are dropped on the page and text that is pasted outside of boxes. Returns
 * whether files are held over it.
 */
export function usePapersDropped(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const isBusy = (): boolean => document.querySelector('dialog[open]') !== null;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files') || isBusy()) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || isBusy()) return;
      event.preventDefault();
      latest.current(files);
    };
    const paste = (event: ClipboardEvent): void => {
      const isInBox = (event.target as Element | null)?.closest?.('input, textarea, [contenteditable]');
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isInBox || isBusy()) return;
      if (files.length > 0) latest.current(files);
      else if (text.trim().length >= MIN_PASTED_LENGTH) latest.current([new File([text], 'Pasted text')]);
    };
    addEventListener('dragover', over, { signal });
    // Without a related target the pointer has left the window.
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener('drop', drop, { signal });
    addEventListener('paste', paste, { signal });
    return () => abort.abort();
  }, []);
  return isOver;
}
