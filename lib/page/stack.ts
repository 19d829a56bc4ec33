/** What lies over and under a point of the page. */
import type { Box } from './boxes.ts';
import { boxOf, contains, elementAround, localNameOf } from './dom.ts';
import { alphaOf, coloursIn } from './exposure.ts';

/** Elements that show something of their own over the whole of their box. */
const PICTURES = /^(?:img|video|canvas|svg|image|embed|object)$/;
/**
 * Those of them that hide what is behind; pages lay a canvas or a drawing over text to write on it.
 */
const COVERS = /^(?:img|video|iframe|embed)$/;

/** From this on a background hides what is behind it. */
const OPAQUE = 0.9;

/** The elements at a point of the window, topmost first. */
export type Stack = readonly Element[];

/**
 * The elements in the middle of a box. Of what is outside of the window, the browser does not tell.
 */
export function stackAt(root: Node, { left, top, right, bottom }: Box): Stack {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  // A modal dialog is found everywhere, for its backdrop.
  return (root as Document | ShadowRoot).elementsFromPoint(x, y).filter((element) => holds(boxOf(element), x, y));
}

/** Whether a picture is among these. */
export function hasPicture(stack: Stack): boolean {
  return stack.some((element) => PICTURES.test(localNameOf(element)) || imageOf(element) !== 'none');
}

/** Whether something opaque lies over an element. */
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
  if (opacity < OPAQUE || visibility !== 'visible') return false;
  const image = imageOf(element);
  const isSolid = image !== 'none' && coloursIn(image).every((colour) => alphaOf(colour) >= OPAQUE);
  return COVERS.test(localNameOf(element)) || isSolid || alphaOf(backgroundColor) >= OPAQUE;
}

function holds({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
