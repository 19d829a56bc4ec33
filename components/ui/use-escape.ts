import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls `leave` for Escape, wherever the focus is, also when it is nowhere; unless something
 * further in took the key for itself.
 */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const abort = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.key !== 'Escape') return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal });
    return () => abort.abort();
  }, []);
}
