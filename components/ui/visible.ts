/** Whether the reader can see this page: not in a tab in the background. */

/**
 * Calls `begin` when the page can be seen, and what it returned when it can't any more, again and
 * again, until the returned function is called.
 */
export function whileVisible(begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  const update = (): void => {
    if (document.visibilityState === 'visible') end ??= begin();
    else leave();
  };
  const leave = (): void => {
    end?.();
    end = undefined;
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    leave();
  };
}
