/** Moves through a list by keys. */

/**
 * Rows that Page Up and Page Down move by: as many as the popup shows, less one for orientation.
 */
const PAGE_ROWS = 5;

/**
 * The row that `key` moves to from row `index` of `count`; -1 for the search box above the first
 * one, undefined for keys that don't move.
 */
export function movedTo(key: string, index: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, -1);
    case 'PageDown':
      return Math.min(index + PAGE_ROWS, last);
    case 'PageUp':
      return Math.max(index - PAGE_ROWS, 0);
    case 'Home':
      return Math.min(0, last);
    case 'End':
      return last;
    default:
      return undefined;
  }
}
