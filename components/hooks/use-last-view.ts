import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { keepView } from '../popup/last-view.ts';

/** A pause that typing doesn't leave. */
const PAUSE_MS = 300;

/** Has the view around `box` kept for the next time, whenever it has settled (`isSettled`) and when it is left. */
export function useLastView(
  box: RefObject<HTMLElement | null>,
  query: string,
  isSettled: boolean,
  what: unknown,
): void {
  const latest = useRef({ query, isSettled });
  latest.current = { query, isSettled };
  useEffect(() => {
    const keep = (): void => {
      const root = box.current?.closest('#app');
      if (root && latest.current.isSettled) keepView(root, latest.current.query);
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `what` is what is shown
  useEffect(() => {
    if (!isSettled) return;
    const timer = setTimeout(() => {
      const root = box.current?.closest('#app');
      if (root) keepView(root, query);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [box, query, isSettled, what]);
}
