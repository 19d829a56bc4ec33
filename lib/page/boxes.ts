/** Rectangles in the window. */

/** A rectangle, by its edges. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The whole plane. */
export const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** The overlap of two boxes; sides are reversed if there is none. */
export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The smallest box around others, undefined if there are none. */
export function union(boxes: Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>(
    (all, box) =>
      all
        ? {
            left: Math.min(all.left, box.left),
            top: Math.min(all.top, box.top),
            right: Math.max(all.right, box.right),
            bottom: Math.max(all.bottom, box.bottom),
          }
        : box,
    undefined,
  );
}

/** The shorter side, not less than 0. */
export function thickness({ left, top, right, bottom }: Box): number {
  return Math.max(0, Math.min(right - left, bottom - top));
}

/** The area in square pixels, 0 if sides are reversed. */
export function area({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
