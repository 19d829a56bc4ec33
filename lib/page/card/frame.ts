/** The element that carries a card in the page, and all that shields the one from the other. */
// As it stands: what builds style sheets for older browsers puts custom properties in, which a page
// could register.
import css from './card.css?raw';
import { place } from './placement.ts';
import { Sight } from './sight.ts';
import { visiblePart } from './visible-part.ts';

/**
 * Events that go no further than the card: what the reader does in it is no business of the page.
 */
const OWN_EVENTS =
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout wheel touchstart touchmove touchend focusin focusout selectstart dragstart copy cut'.split(
    ' ',
  );

/** A card's place in the page. */
export class CardFrame {
  readonly host = document.createElement('div');
  /** Whether the reader can have seen it. */
  readonly sight: Sight;
  private readonly root: ShadowRoot;
  private readonly card: HTMLElement;
  private placed = '';

  /**
   * @param near what the card is about: where that is in a modal dialog or a fullscreen element,
   * all else is inert
   * @param signal aborts when the card closes
   */
  constructor(card: HTMLElement, near: Node, signal: AbortSignal) {
    this.card = card;
    this.root = this.host.attachShadow({ mode: 'closed' });
    dress(this.root);
    this.root.append(card);
    for (const type of OWN_EVENTS) card.addEventListener(type, (event) => event.stopPropagation());
    this.host.popover = 'manual';
    homeOf(near).append(this.host);
    this.host.showPopover();
    this.sight = new Sight(this.host, card, signal);
  }

  /** The part of the card that has the focus. */
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
   * Stands at a mark, near `x`. Returns false, and is not seen, when the mark can't be seen, or the
   * page has taken the card away.
   */
  standAt(mark: Range | undefined, x: number | undefined): boolean {
    const box = mark && this.host.isConnected ? visiblePart(mark) : undefined;
    this.card.style.visibility = box ? 'visible' : 'hidden';
    if (!box) return false;
    const key = [box.left, box.top, box.right, box.bottom, innerWidth, innerHeight, this.card.textContent].join();
    if (key === this.placed) return true;
    this.placed = key;
    this.card.style.width = this.card.style.height = '';
    const size = this.card.getBoundingClientRect();
    const { left, top, width, height } = place(
      box,
      size,
      { width: document.documentElement.clientWidth || innerWidth, height: innerHeight },
      x,
    );
    // Pages may be zoomed by their own style sheets, and all lengths in them with it.
    const zoom = this.host.currentCSSZoom ?? 1;
    const style = { left, top, ...(width < size.width && { width }), ...(height < size.height && { height }) };
    for (const [name, value] of Object.entries(style)) this.card.style.setProperty(name, `${value / zoom}px`);
    return true;
  }

  remove(): void {
    this.host.remove();
  }
}

function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Content scripts of older Firefoxes may not:
    // https://bugzilla.mozilla.org/show_bug.cgi?id=1928865
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

function homeOf(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at instanceof Element && at.matches(':modal, :popover-open')) return at;
  }
  return document.documentElement;
}
