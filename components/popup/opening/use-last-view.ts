import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type KeptView, keepView } from './last-view.ts';

/** A pause that means that typing has stopped. */
const TYPING_PAUSE_MS = 300;

/**
 * Stores the view around `box` for the next opening, when it has settled (`isSettled`) and when the
 * page is closed. For the rest see KeptView.
 */
export function useLastView(
  box: RefObject<HTMLElement | null>,
  isSettled: boolean,
  { query, papers }: Omit<KeptView, 'content'>,
): void {
  useLayoutEffect(() => {
    if (!isSettled) return;
    const keep = (): void => {
      const root = box.current?.closest('#app');
      if (root) keepView(root, { query, papers });
    };
    const timer = setTimeout(keep, TYPING_PAUSE_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [box, isSettled, query, papers]);
}
