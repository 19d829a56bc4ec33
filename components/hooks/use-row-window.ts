import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The rows of a long list that are drawn. */
export interface RowWindow {
  first: number;
  /** The row after the last one. */
  end: number;
  /** Height of a row, in CSS pixels. */
  row: number;
  /** Scrolls a row into view, no further than needed. */
  show(index: number): void;
}

/** Rows that are drawn above and below those that are seen, so that scrolling shows no gaps. */
const BEYOND = 8;

/**
 * Which of `count` rows to draw in a scroller. All are as high as its custom property `--row` says,
 * in pixels.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [sight, setSight] = useState({ top: 0, height: 800, row: 84 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'));
      setSight({ top: element.scrollTop, height: element.clientHeight, row });
    };
    // Before the first frame: rows would be seen on their way to where they stand.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  const { top, height, row } = sight;
  const before = useRef(row);
  useLayoutEffect(() => {
    const element = scroller.current;
    // Rows of another height: the same ones stay in sight.
    if (element && before.current !== row) element.scrollTop *= row / before.current;
    before.current = row;
  }, [scroller, row]);
  return {
    first: Math.max(0, Math.min(count, Math.floor(top / row)) - BEYOND),
    end: Math.min(count, Math.ceil((top + height) / row) + BEYOND),
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
