/**
 * Whether a person who looks at the window sees a title. Painted ranges are in a registry that the
 * page can read: if hidden titles were painted, a page could probe for any title out of sight and
 * learn what is in the reader's catalogue.
 */
import { area, type Box, intersection, thickness, union } from './boxes.ts';
import { elementAround, rootOf } from './dom.ts';
import { alphaOf, Exposures } from './exposure.ts';
import type { Mention, Part } from './mention.ts';
import { hasPicture, isCovered, stackAt } from './stack.ts';
import { boxesOf } from './text-boxes.ts';

/** Smaller type can't be read. */
const MIN_FONT_SIZE_PX = 8;
/**
 * The least average area of a readable letter, in square pixels: somewhat less than in type of 8
 * pixels.
 */
const MIN_LETTER_AREA_PX = 28;
/** What is less opaque is not seen. */
export const MIN_OPACITY = 0.2;
/** The share of a title's area that must be in sight. */
const MIN_VISIBLE_SHARE = 0.25;

/**
 * The visible part of the document and up to `ahead` pixels above and below, as far as it can be
 * scrolled, in the window's coordinates.
 */
export function sightOf(ahead: number): Box {
  const { scrollHeight } = document.scrollingElement ?? document.documentElement;
  return {
    left: 0,
    right: innerWidth,
    top: Math.max(-ahead, Math.min(0, -scrollY)),
    bottom: Math.min(innerHeight + ahead, Math.max(innerHeight, scrollHeight - scrollY)),
  };
}

/** One look at the page. */
export class Look {
  private readonly exposures = new Exposures();
  private readonly sight: Box;

  /** @param sight see {@link sightOf} */
  constructor(sight: Box) {
    this.sight = sight;
  }

  /** Whether a mention that is on the page is seen. */
  sees(mention: Mention): boolean {
    const parts = mention.seenParts;
    const around = elementAround((parts[0] as Part).node);
    const boxes = boxesOf(parts);
    const whole = union(boxes);
    const letters = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    if (!around || !whole) return false;
    const { opacity, clip, isShaped } = this.exposures.of(around);
    const { fontSize } = getComputedStyle(around);
    if (opacity < MIN_OPACITY || Number.parseFloat(fontSize) < MIN_FONT_SIZE_PX) return false;
    if (thickness(whole) < MIN_FONT_SIZE_PX || area(whole) < MIN_LETTER_AREA_PX * letters) return false;
    const window = intersection(clip, this.sight);
    const visible = intersection(whole, window);
    if (thickness(visible) < MIN_FONT_SIZE_PX || area(visible) < MIN_VISIBLE_SHARE * area(whole)) return false;
    const stack = stackAt(rootOf(around), largest(boxes.map((box) => intersection(box, window))));
    if (isShaped && !stack.includes(around)) return false;
    return (isInked(around) || hasPicture(stack)) && !isCovered(stack, around);
  }
}

function largest(boxes: Box[]): Box {
  return boxes.reduce((a, b) => (area(b) > area(a) ? b : a));
}

/**
 * Whether the letters are opaque enough. Those of a PDF's text layer are transparent, over a
 * picture of the page.
 */
function isInked(element: Element): boolean {
  const { color, webkitTextFillColor } = getComputedStyle(element);
  if (alphaOf(webkitTextFillColor || color) >= MIN_OPACITY) return true;
  for (let at: Element | null = element; at; at = elementAround(at)) {
    const { backgroundClip, backgroundImage, display } = getComputedStyle(at);
    if (/\btext\b/.test(backgroundClip) && backgroundImage !== 'none') return true;
    if (display !== 'inline') break;
  }
  return false;
}
