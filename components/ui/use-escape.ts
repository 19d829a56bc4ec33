import { useEffect, useRef } from 'preact/hooks';
import { isDialogOpen } from './open-dialog.ts';

/**
 * Calls `leave` on Escape, wherever the focus is, unless another handler used the key, or a dialog
 * is open, which it closes.
 */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const abort = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.key !== 'Escape' || isDialogOpen()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal });
    return () => abort.abort();
  }, []);
}
