/**
 * Whether a card has been in sight long enough for the reader to know what they press. A page can't
 * press anything in a card, but it can have the reader do so: by a card that appears under a click,
 * or that lies unseen under something that lets clicks through.
 */
import { observeVisibility, saysWhatIsSeen, type VisibilityEntry } from '../visibility.ts';

/** How long a card is in sight before what is pressed in it counts, in milliseconds. */
const MIN_SIGHT_MS = 500;
/** How long a key that came before waits for that, in milliseconds. */
const KEY_PATIENCE_MS = 2000;
const LOOK_MS = 100;

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
    if (saysWhatIsSeen()) this.observer = observeVisibility(card, (entries) => this.hear(entries));
    const timer = setInterval(() => this.look(), LOOK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.observer?.disconnect();
    });
  }

  /** Whether nothing keeps the card from being seen, as far as that can be told. */
  get isClear(): boolean {
    const { host, card } = this;
    const isShown = host.parentNode === this.home && host.matches(':popover-open') && isDrawn(card);
    if (!isShown) return false;
    if (!this.observer) return isOnTop(host, card);
    this.hear(this.observer.takeRecords());
    return this.isVisible;
  }

  /** Whether what is pressed now counts. */
  get isLong(): boolean {
    this.look();
    return this.since !== undefined && performance.now() - this.since >= MIN_SIGHT_MS;
  }

  /** Waits until what is pressed counts; false if that takes too long. */
  async wait(): Promise<boolean> {
    const end = performance.now() + KEY_PATIENCE_MS;
    while (!this.isLong) {
      if (this.signal.aborted || performance.now() > end) return false;
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
    return true;
  }

  private look(): void {
    if (this.isClear) this.since ??= performance.now();
    else this.since = undefined;
    const isLong = this.since !== undefined && performance.now() - this.since >= MIN_SIGHT_MS;
    this.card.toggleAttribute('data-seen', isLong);
  }

  private hear(entries: VisibilityEntry[]): void {
    for (const { isVisible } of entries) {
      this.isVisible = isVisible === true;
      // Also what was hidden between two looks has to be seen long enough again.
      if (!isVisible) this.since = undefined;
    }
  }
}

function isDrawn(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/**
 * Whether nothing lies over the card, where the browser does not say. What lets clicks through is
 * not found by asking what is at a point: so nothing else of the page may be in the top layer.
 */
function isOnTop(host: HTMLElement, card: HTMLElement): boolean {
  const { left, top, width, height } = card.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
  const isHit = points.every(([x, y]) => document.elementFromPoint(x as number, y as number) === host);
  return isHit && !hasOtherLayers(document, host);
}

/**
 * Matches what has a view transition (https://drafts.csswg.org/css-view-transitions-2/), whose
 * pictures lie over the top layer. Browsers without them take no notice of what `:is` holds.
 */
const IN_TRANSITION = ':is(:active-view-transition)';

/**
 * Whether a document, or a shadow tree in it, has something in the top layer that does not hold
 * `shown`, or over that layer.
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

/** An element's shadow root; Firefox shows its extensions closed ones too. */
function shadowOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? element.shadowRoot;
}
