/** Follows whether this page is visible, not in a background tab. */

/**
 * Calls `begin` whenever the page becomes visible, and the function that it returned when the page
 * becomes hidden, until the returned function is called.
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
