import { useEffect, useState } from 'preact/hooks';

/** Rows that fill the popup, and the one below. */
const HEAD = 8;
/** A pause that fast typing doesn't leave. */
const PAUSE_MS = 60;

/** The first items of a list at once, all of them a moment later: what can't be seen yet doesn't hold up the next keystroke. */
export function useHeadFirst<T>(items: readonly T[]): readonly T[] {
  const [whole, setWhole] = useState<readonly T[]>();
  useEffect(() => {
    const timer = setTimeout(() => setWhole(items), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [items]);
  return whole === items || items.length <= HEAD ? items : items.slice(0, HEAD);
}
