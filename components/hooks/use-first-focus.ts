import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Puts the focus into an element at once, and again when the window gets it and nothing in it has: Firefox prepares a popup
 * out of sight and forgets its focus when it is shown.
 */
export function useFirstFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const abort = new AbortController();
    const focus = (): void => {
      if (document.activeElement === document.body) element.current?.focus();
    };
    window.addEventListener('focus', focus, { signal: abort.signal });
    focus();
    return () => abort.abort();
  }, [element]);
}
