import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Dragging rows of a list whose rows are all equally high. */
export interface RowDrag {
  /**
   * The row before which the dragged ones would go, or the number of rows; undefined while nothing
   * is dragged.
   */
  before: number | undefined;
  /** Begins with the press of a pointer. */
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
 * How far a pointer moves before a press is a drag, how near to an edge the list scrolls, and how
 * fast at most; in pixels, and per frame.
 */
const SLACK_PX = 4;
const EDGE_PX = 48;
const MAX_SPEED_PX = 18;

/**
 * Drags rows by pointer: mouse, pen or finger. Escape, or whatever takes the pointer away, cancels.
 */
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
    const roll = (): void => {
      const element = scroller.current;
      if (signal.aborted || !element) return;
      const { top, bottom } = element.getBoundingClientRect();
      const past = y < top + EDGE_PX ? y - top - EDGE_PX : Math.max(0, y - bottom + EDGE_PX);
      if (target !== undefined && past !== 0) {
        element.scrollTop += Math.max(-MAX_SPEED_PX, Math.min(MAX_SPEED_PX, past / 3));
        place();
      }
      requestAnimationFrame(roll);
    };
    signal.addEventListener('abort', () => setBefore(undefined));
    const listen = { signal, capture: true };
    addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== event.pointerId) return;
        y = move.clientY;
        if (target !== undefined || Math.abs(y - from) > SLACK_PX) place();
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
    requestAnimationFrame(roll);
  };
  return { before, start };
}
