import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../lib/core/paper.ts';
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
  const latest = useRef({ query, isSettled, rows });
  latest.current = { query, isSettled, rows };
  useEffect(() => {
    const keep = (): void => {
      const root = box.current?.closest('#app');
      if (root && latest.current.isSettled) keepView(root, latest.current.query, papersOf(latest.current.rows));
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [box]);
  useEffect(() => {
    if (!isSettled) return;
    const timer = setTimeout(() => {
      const root = box.current?.closest('#app');
      if (root) keepView(root, query, papersOf(rows));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [box, query, isSettled, rows]);
}

function papersOf(rows: readonly RowContent[]): PaperId[] {
  return rows.map(({ paper }) => paper.id);
}
