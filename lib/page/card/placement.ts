/** Computes where a card goes: beside its mark, never over it. */

/** A rectangle, by its edges in the window. */
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

/** Where a card goes and the size that fits there; the rest is scrolled to. */
export interface Place extends Size {
  left: number;
  top: number;
}

/** The gap between the card and its mark, and between the card and the edges of the window. */
export const CARD_GAP_PX = 8;
/** A card lower than this is useless. */
const MIN_HEIGHT_PX = 120;
/** A card beside its mark, rather than under or above it, needs at least this width. */
const MIN_WIDTH_PX = 200;

/**
 * The place for a card of the size `card` at `mark`, the visible part of a mark, in a window of the
 * size `view`, near `x`. Under the mark if it fits there, else above, else shortened on the roomier
 * of these two sides, else beside it. It covers the mark only if no side has room.
 */
export function place(mark: Box, card: Size, view: Size, x = mark.left): Place {
  const width = Math.min(card.width, view.width - 2 * CARD_GAP_PX);
  const under = view.height - CARD_GAP_PX - (mark.bottom + CARD_GAP_PX);
  const over = mark.top - CARD_GAP_PX - CARD_GAP_PX;
  const left = within(x, Math.min(mark.left, mark.right - width), Math.max(mark.left, mark.right - width));
  const upright = { left: within(left, CARD_GAP_PX, view.width - CARD_GAP_PX - width), width };
  const atHeight = (top: number, height: number): Place => ({ ...upright, top, height });

  if (card.height <= under) return atHeight(mark.bottom + CARD_GAP_PX, card.height);
  if (card.height <= over) return atHeight(mark.top - CARD_GAP_PX - card.height, card.height);
  const room = Math.max(under, over);
  if (room < MIN_HEIGHT_PX) {
    const beside = placeBeside(mark, card, view);
    if (beside) return beside;
  }
  const height = Math.min(card.height, view.height - 2 * CARD_GAP_PX, Math.max(room, MIN_HEIGHT_PX));
  const top = under >= over ? mark.bottom + CARD_GAP_PX : mark.top - CARD_GAP_PX - height;
  return atHeight(within(top, CARD_GAP_PX, view.height - CARD_GAP_PX - height), height);
}

function placeBeside(mark: Box, card: Size, view: Size): Place | undefined {
  const after = view.width - CARD_GAP_PX - (mark.right + CARD_GAP_PX);
  const before = mark.left - CARD_GAP_PX - CARD_GAP_PX;
  const width = Math.min(card.width, Math.max(after, before));
  if (width < Math.min(card.width, MIN_WIDTH_PX)) return undefined;
  // A narrower card is taller: it gets the whole height, and scrolls.
  const height =
    width < card.width ? view.height - 2 * CARD_GAP_PX : Math.min(card.height, view.height - 2 * CARD_GAP_PX);
  return {
    left: after >= before ? mark.right + CARD_GAP_PX : mark.left - CARD_GAP_PX - width,
    top: within(mark.top, CARD_GAP_PX, view.height - CARD_GAP_PX - height),
    width,
    height,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
