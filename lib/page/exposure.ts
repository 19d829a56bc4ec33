/**
 * How much of what stands in an element is seen, as all that is around it has it: how opaque it is,
 * and where it is cut off.
 */
import { type Box, EVERYWHERE, intersection } from './boxes.ts';
import { boxOf, drawnAround } from './dom.ts';

/** What the content of an element meets. */
export interface Exposure {
  opacity: number;
  /** Where content is not cut off by the overflow of what is around it. */
  clip: Box;
  /** Whether a shape or a picture cuts it, of which only the browser knows where. */
  isShaped: boolean;
  /**
   * The same as `clip` for descendants that are placed absolutely or fixed: not all that is around
   * those cuts them off.
   */
  absolute: Box;
  fixed: Box;
}

/** From this on a part of a mask lets text be seen. */
const OPAQUE_MASK = 0.5;

/** Letters that are blurred more than that can't be read, in pixels. */
const MAX_BLUR = 4;

const OPEN: Exposure = { opacity: 1, clip: EVERYWHERE, isShaped: false, absolute: EVERYWHERE, fixed: EVERYWHERE };

/** Exposures of one look at a page: many elements have the same ones around them. */
export class Exposures {
  private readonly known = new Map<Element, Exposure>();

  /** The exposure of what stands in an element. */
  of(element: Element): Exposure {
    const chain: Element[] = [];
    let at: Element | null = element;
    for (; at && !this.known.has(at); at = drawnAround(at)) chain.push(at);
    let exposure = (at && this.known.get(at)) ?? OPEN;
    for (const inner of chain.reverse()) {
      exposure = within(inner, exposure);
      this.known.set(inner, exposure);
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
  // What is transformed or filtered holds also what is fixed.
  const holdsAll = style.transform !== 'none' || style.filter !== 'none' || style.perspective !== 'none';
  return {
    opacity: around.opacity * Number(style.opacity) * opacityOf(style.filter) * (isMaskedOut(style.maskImage) ? 0 : 1),
    clip,
    isShaped: around.isShaped || style.clipPath !== 'none',
    absolute: position !== 'static' || holdsAll ? clip : around.absolute,
    fixed: holdsAll ? clip : around.fixed,
  };
}

/**
 * Whether an element cuts off what goes beyond its box. What the root element says of overflow, or
 * the body in its place, is the window's.
 */
function clips(element: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  if ((overflowX === 'visible' && overflowY === 'visible') || display === 'inline' || display === 'contents')
    return false;
  const root = document.documentElement;
  if (element === root) return false;
  return element !== document.body || getComputedStyle(root).overflowX !== 'visible';
}

/** Where `clip: rect(…)`, which is old and still in use, lets an element be seen. */
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

/** What a filter leaves of an element: nothing if it blurs letters beyond reading. */
function opacityOf(filter: string): number {
  const blur = Number(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? 0);
  if (blur > MAX_BLUR) return 0;
  return [...filter.matchAll(/opacity\(([\d.]+)(%?)/g)].reduce(
    (all, [, value, percent]) => all * (Number(value) / (percent ? 100 : 1)),
    1,
  );
}

/**
 * Whether a mask has no opaque part: pages let text fade out at an edge by gradients, which have
 * one.
 */
function isMaskedOut(maskImage: string): boolean {
  return maskImage !== 'none' && !coloursIn(maskImage).some((colour) => alphaOf(colour) >= OPAQUE_MASK);
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
