/**
 * How visible an element's content is, given all its ancestors: how opaque, and where it is
 * clipped.
 */
import { type Box, EVERYWHERE, intersection } from './boxes.ts';
import { boxOf, drawnAround } from './dom.ts';

/** What an element and its ancestors do to its content. */
export interface Exposure {
  opacity: number;
  /** Variance of all blurs together, in square pixels: those of Gaussian blurs add up. */
  blur: number;
  /** Where content is not clipped. */
  clip: Box;
  /** Whether a `clip-path` applies: only the browser knows what it leaves. */
  isShaped: boolean;
  /**
   * The same as `clip` for descendants with absolute or fixed position, which escape some of their
   * ancestors' clipping.
   */
  absolute: Box;
  fixed: Box;
}

/** A mask with at least this alpha somewhere lets text be seen. */
const MIN_MASK_ALPHA = 0.5;

/** Letters blurred by more than this can't be read. */
const MAX_BLUR_PX = 4;
/** With less of their brightness or contrast neither letters nor marks can be seen. */
const MIN_TONE = 0.2;

const FULLY_EXPOSED: Exposure = {
  opacity: 1,
  blur: 0,
  clip: EVERYWHERE,
  isShaped: false,
  absolute: EVERYWHERE,
  fixed: EVERYWHERE,
};

/** Exposures, cached for one look at a page: many elements share their ancestors. */
export class Exposures {
  private readonly cache = new Map<Element, Exposure>();

  /** The exposure of an element's content. */
  of(element: Element): Exposure {
    const chain: Element[] = [];
    let at: Element | null = element;
    for (; at && !this.cache.has(at); at = drawnAround(at)) chain.push(at);
    let exposure = (at && this.cache.get(at)) ?? FULLY_EXPOSED;
    for (const inner of chain.reverse()) {
      exposure = within(inner, exposure);
      this.cache.set(inner, exposure);
    }
    return exposure;
  }
}

function within(element: Element, around: Exposure): Exposure {
  const style = getComputedStyle(element);
  const { position } = style;
  let clip = position === 'fixed' ? around.fixed : position === 'absolute' ? around.absolute : around.clip;
  if (position === 'absolute' || position === 'fixed') clip = intersection(clip, legacyClip(element, style.clip));
  if (clips(element, style)) {
    const { left, top, right, bottom } = boxOf(element);
    const [isX, isY] = [style.overflowX !== 'visible', style.overflowY !== 'visible'];
    clip = intersection(clip, {
      left: isX ? left : EVERYWHERE.left,
      right: isX ? right : EVERYWHERE.right,
      top: isY ? top : EVERYWHERE.top,
      bottom: isY ? bottom : EVERYWHERE.bottom,
    });
  }
  // A transformed or filtered element is the containing block of fixed descendants too.
  const holdsAll = style.transform !== 'none' || style.filter !== 'none' || style.perspective !== 'none';
  const blur = around.blur + blurOf(style.filter);
  const isHidden = blur > MAX_BLUR_PX ** 2 || isMaskedOut(style.maskImage);
  return {
    opacity: isHidden ? 0 : around.opacity * Number(style.opacity) * opacityOf(style.filter),
    blur,
    clip,
    isShaped: around.isShaped || style.clipPath !== 'none',
    absolute: position !== 'static' || holdsAll ? clip : around.absolute,
    fixed: holdsAll ? clip : around.fixed,
  };
}

/**
 * Whether an element clips what overflows it. The overflow of the root element, or of the body in
 * its place, applies to the viewport instead.
 */
function clips(element: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  if ((overflowX === 'visible' && overflowY === 'visible') || display === 'inline' || display === 'contents')
    return false;
  const root = document.documentElement;
  if (element === root) return false;
  return element !== document.body || getComputedStyle(root).overflowX !== 'visible';
}

/** The part that `clip: rect(…)` leaves of an element: obsolete, and still in use. */
function legacyClip(element: Element, clip: string): Box {
  const edges = /^rect\((.*)\)$/
    .exec(clip)?.[1]
    ?.split(/[\s,]+/)
    .map(Number.parseFloat);
  if (!edges) return EVERYWHERE;
  const [top = 0, right = 0, bottom = 0, left = 0] = edges;
  const box = boxOf(element);
  const edge = (from: number, by: number, auto: number): number => (Number.isNaN(by) ? auto : from + by);
  return {
    left: edge(box.left, left, box.left),
    top: edge(box.top, top, box.top),
    right: edge(box.left, right, box.right),
    bottom: edge(box.top, bottom, box.bottom),
  };
}

/** How far a filter blurs an element, as a variance. */
function blurOf(filter: string): number {
  return [...filter.matchAll(/blur\(([\d.e-]+)px\)/g)].reduce((sum, [, px]) => sum + Number(px) ** 2, 0);
}

/** What a filter leaves of an element: nothing where it takes nearly all brightness or contrast. */
function opacityOf(filter: string): number {
  // Nearly all elements have none, and this is asked of each while the page scrolls.
  if (filter === 'none') return 1;
  const product = (name: string): number =>
    [...filter.matchAll(new RegExp(`${name}\\(([\\d.e-]+)(%?)`, 'g'))].reduce(
      (all, [, value, percent]) => all * (Number(value) / (percent ? 100 : 1)),
      1,
    );
  return product('brightness') < MIN_TONE || product('contrast') < MIN_TONE ? 0 : product('opacity');
}

/** Whether a mask has no opaque part. Gradients that fade text out at an edge have one. */
function isMaskedOut(maskImage: string): boolean {
  return maskImage !== 'none' && !coloursIn(maskImage).some((colour) => alphaOf(colour) >= MIN_MASK_ALPHA);
}

/** The computed colours in a gradient. */
export function coloursIn(image: string): string[] {
  return image.match(/\w+\([^()]*\)/g) ?? [];
}

/** How opaque a computed colour is. */
export function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const [, alpha, percent] = /^rgba\(.*,\s*([\d.e-]+)\)$/.exec(colour) ?? /\/\s*([\d.e-]+)(%?)\)$/.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha) / (percent ? 100 : 1);
}
