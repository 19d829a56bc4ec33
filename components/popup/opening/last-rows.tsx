import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The list as it was when the popup was closed. It can't be used: the one that can takes its place
 * in a moment.
 */
export function LastRows({ rows }: { rows: readonly Node[] }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.replaceChildren(...rows), [rows]);
  return <div class="last-rows" inert ref={box} />;
}
