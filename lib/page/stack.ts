/** The elements over and under a point of the page. */
import type { Box } from './boxes.ts';
import { boxOf, contains, elementAround, localNameOf } from './dom.ts';
import { alphaOf, coloursIn } from './exposure.ts';

/** Elements that draw over their whole box. */
const PICTURE_ELEMENTS = /^(?:img|video|canvas|svg|image|embed|object)$/;
/**
 * Elements that hide what is behind them. A canvas or a drawing is not among these: pages lay them
 * over text as a transparent layer.
 */
const COVERING_ELEMENTS = /^(?:img|video|iframe|embed)$/;

/** A background at least this opaque hides what is behind it. */
const MIN_COVER_OPACITY = 0.9;

/** The elements at a point of the window, topmost first. */
export type Stack = readonly Element[];

/** The elements at the middle of a box; none if that is outside of the window. */
export function stackAt(root: Node, { left, top, right, bottom }: Box): Stack {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  // A modal dialog is reported at every point, because of its backdrop.
  return (root as Document | ShadowRoot).elementsFromPoint(x, y).filter((element) => holds(boxOf(element), x, y));
}

/** Whether there is a picture among these. */
export function hasPicture(stack: Stack): boolean {
  return stack.some((element) => PICTURE_ELEMENTS.test(localNameOf(element)) || imageOf(element) !== 'none');
}

/** Whether something opaque is over an element. */
export function isCovered(stack: Stack, element: Element): boolean {
  const own = stack.findIndex((other) => contains(other, element) || contains(element, other));
  return stack.slice(0, Math.max(0, own)).some(hides);
}

function imageOf(element: Element): string {
  return getComputedStyle(element).backgroundImage;
}

function hides(element: Element): boolean {
  const { backgroundColor, visibility } = getComputedStyle(element);
  let opacity = 1;
  for (let at: Element | null = element; at; at = elementAround(at)) opacity *= Number(getComputedStyle(at).opacity);
  if (opacity < MIN_COVER_OPACITY || visibility !== 'visible') return false;
  const image = imageOf(element);
  const isSolid = image !== 'none' && coloursIn(image).every((colour) => alphaOf(colour) >= MIN_COVER_OPACITY);
  return COVERING_ELEMENTS.test(localNameOf(element)) || isSolid || alphaOf(backgroundColor) >= MIN_COVER_OPACITY;
}

function holds({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
