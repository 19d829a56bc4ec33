/** The element that holds a card in the page, and shields the one from the other. */
// Raw, since the build adds custom properties for older browsers, which a page could register.
import css from './card.css?raw';
import { place } from './placement.ts';
import { Sight } from './sight.ts';
import { visiblePart } from './visible-part.ts';

/** Events that don't leave the card: the page must not learn what the reader does in it. */
const OWN_EVENTS =
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout wheel touchstart touchmove touchend focusin focusout selectstart dragstart copy cut'.split(
    ' ',
  );

/** A card in the page. */
export class CardHost {
  readonly host = document.createElement('div');
  /** Whether the reader can see it. */
  readonly sight: Sight;
  private readonly root: ShadowRoot;
  private readonly card: HTMLElement;
  private placedKey = '';

  /**
   * @param near what the card is about: if that is in a modal dialog or popover, so must the card
   * be
   * @param signal aborts when the card closes
   */
  constructor(card: HTMLElement, near: Node, signal: AbortSignal) {
    this.card = card;
    this.root = this.host.attachShadow({ mode: 'closed' });
    applyStyles(this.root);
    this.root.append(card);
    for (const type of OWN_EVENTS) card.addEventListener(type, (event) => event.stopPropagation());
    this.host.popover = 'manual';
    parentFor(near).append(this.host);
    this.host.showPopover();
    this.sight = new Sight(this.host, card, signal);
  }

  /** The focused element in the card. */
  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** Links and buttons in the order of Tab. */
  get stops(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('a, button')].filter((stop) =>
      stop.checkVisibility({ visibilityProperty: true }),
    );
  }

  /**
   * Moves the card to a mark, near `x`. Hides it and returns false if the mark is not visible or
   * the page has removed the card.
   */
  moveTo(mark: Range | undefined, x: number | undefined): boolean {
    const box = mark && this.host.isConnected ? visiblePart(mark) : undefined;
    this.card.style.visibility = box ? 'visible' : 'hidden';
    if (!box) return false;
    const key = [box.left, box.top, box.right, box.bottom, innerWidth, innerHeight, this.card.textContent].join();
    if (key === this.placedKey) return true;
    this.placedKey = key;
    this.card.style.width = this.card.style.height = '';
    const size = this.card.getBoundingClientRect();
    const { left, top, width, height } = place(
      box,
      size,
      { width: document.documentElement.clientWidth || innerWidth, height: innerHeight },
      x,
    );
    // A page may be zoomed by its own style sheets, which scales lengths in it.
    const zoom = this.host.currentCSSZoom ?? 1;
    const style = { left, top, ...(width < size.width && { width }), ...(height < size.height && { height }) };
    for (const [name, value] of Object.entries(style)) this.card.style.setProperty(name, `${value / zoom}px`);
    return true;
  }

  remove(): void {
    this.host.remove();
  }
}

function applyStyles(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Content scripts in older versions of Firefox can't:
    // https://bugzilla.mozilla.org/show_bug.cgi?id=1928865
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

function parentFor(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at instanceof Element && at.matches(':modal, :popover-open')) return at;
  }
  return document.documentElement;
}
