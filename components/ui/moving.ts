/** Moving through a list by keys. */

/**
 * Rows that Page Up and Page Down move by: what the popup shows at once, less one to keep the
 * place.
 */
const PAGE_ROWS = 5;

/**
 * The row that `key` leads to from row `index` of `count`: -1 is above the first one, where a
 * search box stands. Undefined for keys that don't move.
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
