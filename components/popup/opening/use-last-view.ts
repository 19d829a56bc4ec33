import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type KeptView, keepView } from './last-view.ts';

/** A pause that typing doesn't leave. */
const TYPING_PAUSE_MS = 300;

/**
 * Keeps the view around `box` for the next time, whenever it is settled (`isSettled`) and when it
 * is left. For the rest see KeptView.
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
