import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type KeptView, keepView } from '../popup/last-view.ts';

/** A pause that typing doesn't leave. */
const PAUSE_MS = 300;

/**
 * Has the view around `box` kept for the next time, whenever it has settled (`isSettled`) and when it is left. For the rest see
 * KeptView.
 */
export function useLastView(
  box: RefObject<HTMLElement | null>,
  isSettled: boolean,
  { query, papers, attributes }: Omit<KeptView, 'html'>,
): void {
  useLayoutEffect(() => {
    if (!isSettled) return;
    const keep = (): void => {
      const root = box.current?.closest('#app');
      if (root) keepView(root, { query, papers, attributes });
    };
    const timer = setTimeout(keep, PAUSE_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [box, isSettled, query, papers, attributes]);
}
