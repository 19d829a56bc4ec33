import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The rendered rows of a long list. */
export interface RowWindow {
  first: number;
  /** The index after the last rendered row. */
  end: number;
  /** The height of a row, in CSS pixels. */
  row: number;
  /** Scrolls a row into view, no further than needed. */
  show(index: number): void;
}

/**
 * Rows that are rendered beyond the visible ones on either side, so that scrolling shows no gaps.
 */
const OVERSCAN_ROWS = 8;

/**
 * Which of `count` rows to render in a scroller. Its custom property `--row` is the height of each,
 * in pixels.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [viewport, setViewport] = useState({ top: 0, height: 800, row: 84 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'));
      setViewport({ top: element.scrollTop, height: element.clientHeight, row });
    };
    // Before the first frame, so that rows don't jump.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  const { top, height, row } = viewport;
  const before = useRef(row);
  useLayoutEffect(() => {
    const element = scroller.current;
    // When the row height changes, the same rows stay in sight.
    if (element && before.current !== row) element.scrollTop *= row / before.current;
    before.current = row;
  }, [scroller, row]);
  return {
    first: Math.max(0, Math.min(count, Math.floor(top / row)) - OVERSCAN_ROWS),
    end: Math.min(count, Math.ceil((top + height) / row) + OVERSCAN_ROWS),
    row,
    show: (index) => {
      const element = scroller.current;
      if (!element) return;
      const at = index * row;
      if (at < element.scrollTop) element.scrollTop = at;
      else if (at + row > element.scrollTop + element.clientHeight) element.scrollTop = at + row - element.clientHeight;
    },
  };
}
