import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Marks what `selector` matches in the element of the returned ref, as titles are marked on pages.
 */
export function useMarkPreview(selector: string): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const ranges = [...(box.current?.querySelectorAll(selector) ?? [])].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range;
    });
    CSS.highlights.set('paperlight', new Highlight(...ranges));
    return () => void CSS.highlights.delete('paperlight');
  }, [selector]);
  return box;
}
