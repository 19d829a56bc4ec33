/**
 * Whether an element is seen, as the browser itself knows it: neither covered nor transparent.
 * Chromium says so, as in https://w3c.github.io/IntersectionObserver/v2/; Firefox does not.
 */

/** How often the browser says so, in milliseconds: it takes no less. */
const REPORT_DELAY_MS = 100;

/** What a browser reports that says what is seen. */
export type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** Whether this browser says what is seen. */
export function saysWhatIsSeen(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

/** Follows whether `element` is seen; `hear` is told when that changes. */
export function observeVisibility(element: Element, hear: (entries: VisibilityEntry[]) => void): IntersectionObserver {
  const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
    trackVisibility: true,
    delay: REPORT_DELAY_MS,
  };
  const observer = new IntersectionObserver(hear, options);
  observer.observe(element);
  return observer;
}
