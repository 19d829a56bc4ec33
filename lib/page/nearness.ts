/**
 * Which elements are in the window or near it, by an observer: it takes scrolling boxes and the
 * frames around this one into account.
 */

/**
 * Elements are near within one window's height each way. Not in frames, where that could be far out
 * of what the page around them shows.
 */
const NEAR_MARGIN = '100% 0px';

/** Follows which elements are near. */
export class Nearness {
  private readonly near = new Map<Element, boolean>();
  private readonly observer: IntersectionObserver;

  /** @param changed called when elements have come near or gone */
  constructor(changed: () => void, signal: AbortSignal) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (this.near.has(target)) this.near.set(target, isIntersecting);
        changed();
      },
      // Several thresholds, for elements that are revealed gradually.
      { threshold: [0, 0.25, 0.5, 0.75, 1], ...(window === window.top && { rootMargin: NEAR_MARGIN }) },
    );
    signal.addEventListener('abort', () => this.observer.disconnect());
  }

  /** Follows these elements and no others. */
  follow(elements: Set<Element>): void {
    for (const element of this.near.keys()) {
      if (elements.has(element)) continue;
      this.near.delete(element);
      this.observer.unobserve(element);
    }
    for (const element of elements) {
      if (this.near.has(element)) continue;
      this.near.set(element, false);
      this.observer.observe(element);
    }
  }

  /** Whether an element is near. */
  isNear(element: Element): boolean {
    return this.near.get(element) === true;
  }
}
