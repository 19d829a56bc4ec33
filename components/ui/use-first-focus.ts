import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusBox, isCatching } from './typed-ahead.ts';

/**
 * Puts the focus into a box at once, with what was typed while it was on its way, and again when
 * the window gets it and nothing in it has: Firefox prepares a popup out of sight and forgets its
 * focus when it is shown.
 */
export function useFirstFocus(box: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const abort = new AbortController();
    const focus = (): void => {
      if (document.activeElement === document.body) box.current?.focus();
    };
    window.addEventListener('focus', focus, { signal: abort.signal });
    if (box.current && (document.activeElement === document.body || isCatching())) focusBox(box.current);
    return () => abort.abort();
  }, [box]);
}
