/** Where a card stands: beside its mark, never over it. Rectangles in, a place out. */

/** A rectangle, measured from the upper left corner of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Width and height. */
export interface Size {
  width: number;
  height: number;
}

/** Where a card stands and how much of it fits there; the rest is scrolled to. */
export interface Place extends Size {
  left: number;
  top: number;
}

/** Between the card and its mark, and between the card and the edges of the window. */
export const GAP_PX = 8;
/** A card that has less height than this is none. */
const MIN_HEIGHT_PX = 120;
/** A card beside its mark, rather than under or above it, needs this width. */
const MIN_WIDTH_PX = 200;

/**
 * The place for a card of the size `card` at `mark`, the part of it that can be seen, in a window
 * of the size `view`. Under the mark if it fits there, else above, else on the roomier of the two
 * sides and shorter, else beside it. `x` is where it should be near, such as the pointer. It covers
 * the mark only if that leaves no room for a card at all.
 */
export function place(mark: Box, card: Size, view: Size, x = mark.left): Place {
  const width = Math.min(card.width, view.width - 2 * GAP_PX);
  const under = view.height - GAP_PX - (mark.bottom + GAP_PX);
  const over = mark.top - GAP_PX - GAP_PX;
  const left = within(x, Math.min(mark.left, mark.right - width), Math.max(mark.left, mark.right - width));
  const upright = { left: within(left, GAP_PX, view.width - GAP_PX - width), width };
  const atHeight = (top: number, height: number): Place => ({ ...upright, top, height });

  if (card.height <= under) return atHeight(mark.bottom + GAP_PX, card.height);
  if (card.height <= over) return atHeight(mark.top - GAP_PX - card.height, card.height);
  const room = Math.max(under, over);
  if (room < MIN_HEIGHT_PX) {
    const beside = placeBeside(mark, card, view);
    if (beside) return beside;
  }
  const height = Math.min(card.height, view.height - 2 * GAP_PX, Math.max(room, MIN_HEIGHT_PX));
  const top = under >= over ? mark.bottom + GAP_PX : mark.top - GAP_PX - height;
  return atHeight(within(top, GAP_PX, view.height - GAP_PX - height), height);
}

function placeBeside(mark: Box, card: Size, view: Size): Place | undefined {
  const after = view.width - GAP_PX - (mark.right + GAP_PX);
  const before = mark.left - GAP_PX - GAP_PX;
  const width = Math.min(card.width, Math.max(after, before));
  if (width < Math.min(card.width, MIN_WIDTH_PX)) return undefined;
  // A narrower card is a longer one: it has all the height there is, and what is too long is
  // scrolled.
  const height = width < card.width ? view.height - 2 * GAP_PX : Math.min(card.height, view.height - 2 * GAP_PX);
  return {
    left: after >= before ? mark.right + GAP_PX : mark.left - GAP_PX - width,
    top: within(mark.top, GAP_PX, view.height - GAP_PX - height),
    width,
    height,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
