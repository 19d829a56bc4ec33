/**
 * Which elements are in the window or near it. The browser knows best what scrolls, and what frames
 * around this one show.
 */

/**
 * How far off elements are still near: one window's height each way. In frames it would reach
 * beyond what the page around them shows.
 */
const MARGIN = '100% 0px';

/** Follows elements. */
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
      // Of what opens slowly, only the parts that have come make a difference.
      { threshold: [0, 0.25, 0.5, 0.75, 1], ...(window === window.top && { rootMargin: MARGIN }) },
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
