import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusBox, isCatching } from './typed-ahead.ts';

/**
 * Focuses a box at once, with what was typed while it was loading, and again when the window gets
 * the focus and no element has it: Firefox prepares a popup while hidden, and loses its focus when
 * showing it.
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
