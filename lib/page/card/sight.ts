/**
 * Whether a card has been in sight long enough for the reader to know what they press. A page can't
 * click in a card, but it can trick the reader into it: with a card that appears under a click, or
 * that is covered by something that lets clicks through.
 */
import { observeVisibility, reportsVisibility, type VisibilityEntry } from '../visibility.ts';

/** How long a card must be in sight before clicks in it count. */
const MIN_SIGHT_MS = 500;
/** How long a key pressed earlier waits for that. */
const KEY_TIMEOUT_MS = 2000;
const POLL_INTERVAL_MS = 100;

/** Follows whether `card`, in the closed shadow tree of `host`, is in sight. */
export class Sight {
  private readonly host: HTMLElement;
  private readonly card: HTMLElement;
  private readonly home: Node | null;
  private readonly signal: AbortSignal;
  private observer: IntersectionObserver | undefined;
  private isVisible = false;
  private since: number | undefined;

  constructor(host: HTMLElement, card: HTMLElement, signal: AbortSignal) {
    this.host = host;
    this.card = card;
    this.home = host.parentNode;
    this.signal = signal;
    if (reportsVisibility()) this.observer = observeVisibility(card, (entries) => this.take(entries));
    const timer = setInterval(() => this.check(), POLL_INTERVAL_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.observer?.disconnect();
    });
  }

  /** Whether the card is unobstructed, as far as can be known. */
  get isClear(): boolean {
    const { host, card } = this;
    const isShown = host.parentNode === this.home && host.matches(':popover-open') && isDrawn(card);
    if (!isShown) return false;
    if (!this.observer) return isOnTop(host, card);
    this.take(this.observer.takeRecords());
    return this.isVisible;
  }

  /** Whether a click counts now. */
  get isLongEnough(): boolean {
    this.check();
    return this.since !== undefined && performance.now() - this.since >= MIN_SIGHT_MS;
  }

  /** Waits until a key press counts; false if that takes too long. */
  async wait(): Promise<boolean> {
    const end = performance.now() + KEY_TIMEOUT_MS;
    while (!this.isLongEnough) {
      if (this.signal.aborted || performance.now() > end) return false;
      await new Promise((done) => setTimeout(done, POLL_INTERVAL_MS));
    }
    return true;
  }

  private check(): void {
    if (this.isClear) this.since ??= performance.now();
    else this.since = undefined;
    const isLongEnough = this.since !== undefined && performance.now() - this.since >= MIN_SIGHT_MS;
    this.card.toggleAttribute('data-seen', isLongEnough);
  }

  private take(entries: VisibilityEntry[]): void {
    for (const { isVisible } of entries) {
      this.isVisible = isVisible === true;
      // A card that was hidden between two checks starts over too.
      if (!isVisible) this.since = undefined;
    }
  }
}

function isDrawn(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/**
 * Whether nothing is over the card, where the browser does not report it. Hit testing misses what
 * lets clicks through, so nothing else of the page may be in the top layer.
 */
function isOnTop(host: HTMLElement, card: HTMLElement): boolean {
  const { left, top, width, height } = card.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
  const isHit = points.every(([x, y]) => document.elementFromPoint(x as number, y as number) === host);
  return isHit && !hasOtherLayers(document, host);
}

/**
 * Matches elements in a view transition (https://drafts.csswg.org/css-view-transitions-2/), whose
 * snapshots are over the top layer. `:is` makes browsers without them ignore the unknown selector.
 */
const IN_TRANSITION = ':is(:active-view-transition)';

/**
 * Whether a document, or a shadow tree in it, has something over the top layer, or in it without
 * containing `shown`.
 */
function hasOtherLayers(root: Document | ShadowRoot, shown: Element): boolean {
  if (root.querySelector(IN_TRANSITION)) return true;
  for (const layer of root.querySelectorAll(':popover-open, :modal, :fullscreen')) {
    if (layer !== shown && !holds(layer, shown)) return true;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const element = walker.currentNode as Element;
    const inner = element === shown ? null : shadowOf(element);
    if (inner && hasOtherLayers(inner, shown)) return true;
  }
  return false;
}

function holds(around: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at === around) return true;
  }
  return false;
}

/** An element's shadow root; in Firefox, extensions can see closed ones too. */
function shadowOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? element.shadowRoot;
}
