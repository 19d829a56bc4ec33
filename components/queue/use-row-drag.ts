import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Dragging in a list whose rows all have the same height. */
export interface RowDrag {
  /**
   * The row before which the dragged ones would go, or the number of rows; undefined while nothing
   * is dragged.
   */
  before: number | undefined;
  /** Call on pointerdown. */
  start(event: PointerEvent): void;
}

interface RowDragOptions {
  scroller: RefObject<HTMLElement | null>;
  /** Height of a row, in CSS pixels. */
  row: number;
  count: number;
  onDrop(before: number): void;
}

/**
 * How far the pointer must move to start a drag, how near to an edge the list scrolls, and how fast
 * at most, per frame.
 */
const MIN_DRAG_PX = 4;
const SCROLL_EDGE_PX = 48;
const MAX_SCROLL_PX = 18;

/** Drags rows by mouse, pen or finger. Escape or a lost pointer cancels. */
export function useRowDrag({ scroller, row, count, onDrop }: RowDragOptions): RowDrag {
  const [before, setBefore] = useState<number>();
  const latest = useRef({ row, count, onDrop });
  latest.current = { row, count, onDrop };
  const ending = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => ending.current?.abort(), []);

  const start = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    ending.current?.abort();
    const abort = new AbortController();
    ending.current = abort;
    const { signal } = abort;
    const from = event.clientY;
    let y = from;
    let target: number | undefined;
    const place = (): void => {
      const element = scroller.current;
      if (!element) return;
      const { row, count } = latest.current;
      const at = (y - element.getBoundingClientRect().top + element.scrollTop) / row;
      target = Math.max(0, Math.min(count, Math.round(at)));
      setBefore(target);
    };
    const scroll = (): void => {
      const element = scroller.current;
      if (signal.aborted || !element) return;
      const { top, bottom } = element.getBoundingClientRect();
      const past = y < top + SCROLL_EDGE_PX ? y - top - SCROLL_EDGE_PX : Math.max(0, y - bottom + SCROLL_EDGE_PX);
      if (target !== undefined && past !== 0) {
        element.scrollTop += Math.max(-MAX_SCROLL_PX, Math.min(MAX_SCROLL_PX, past / 3));
        place();
      }
      requestAnimationFrame(scroll);
    };
    signal.addEventListener('abort', () => setBefore(undefined));
    const listen = { signal, capture: true };
    addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== event.pointerId) return;
        y = move.clientY;
        if (target !== undefined || Math.abs(y - from) > MIN_DRAG_PX) place();
      },
      listen,
    );
    addEventListener(
      'pointerup',
      (up) => {
        if (up.pointerId !== event.pointerId) return;
        abort.abort();
        if (target !== undefined) latest.current.onDrop(target);
      },
      listen,
    );
    addEventListener('pointercancel', () => abort.abort(), listen);
    addEventListener('blur', () => abort.abort(), { signal });
    addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        abort.abort();
      },
      listen,
    );
    requestAnimationFrame(scroll);
  };
  return { before, start };
}
