/**
 * Whether an element is neither covered nor transparent, as reported by Chromium
 * (https://w3c.github.io/IntersectionObserver/v2/). Firefox does not report it.
 */

/** The least delay between reports that the browser accepts. */
const REPORT_DELAY_MS = 100;

/** An entry of such a report. */
export type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** Whether this browser reports visibility. */
export function reportsVisibility(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

/** Calls `onChange` when `element` becomes visible or ceases to be. */
export function observeVisibility(
  element: Element,
  onChange: (entries: VisibilityEntry[]) => void,
): IntersectionObserver {
  const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
    trackVisibility: true,
    delay: REPORT_DELAY_MS,
  };
  const observer = new IntersectionObserver(onChange, options);
  observer.observe(element);
  return observer;
}
