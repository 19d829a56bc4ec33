import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { RowContent } from '../paper/row-content.ts';
import { keepView } from '../popup/last-view.ts';

/** A pause that typing doesn't leave. */
const PAUSE_MS = 300;

/** Has the view around `box` kept for the next time, whenever it has settled (`isSettled`) and when it is left. */
export function useLastView(
  box: RefObject<HTMLElement | null>,
  query: string,
  isSettled: boolean,
  rows: readonly RowContent[],
): void {
  useLayoutEffect(() => {
    if (!isSettled) return;
    const keep = (): void => {
      const root = box.current?.closest('#app');
      const papers = rows.map(({ paper }) => paper.id);
      if (root) keepView(root, query, papers);
    };
    const timer = setTimeout(keep, PAUSE_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [box, query, isSettled, rows]);
}
