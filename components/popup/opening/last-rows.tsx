import { useLayoutEffect, useRef } from 'preact/hooks';

/** The list as it was when the popup was closed, inert until the real one replaces it. */
export function LastRows({ rows }: { rows: readonly Node[] }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.replaceChildren(...rows), [rows]);
  return <div class="last-rows" inert ref={box} />;
}
