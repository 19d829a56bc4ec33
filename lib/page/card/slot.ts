/**
 * What the content script leaves for the card's script, which is loaded when a card may be wanted.
 */
import type { Mention } from '../mention.ts';

/** What the two have in common. */
export interface CardSlot {
  /** The marks of the page in its order, as they are now, also those out of sight. */
  marks(): readonly Mention[];
  /** Those of them that are in sight. */
  painted(): readonly Mention[];
  /** Aborts when the content script is of no more use, as after an update of the extension. */
  signal: AbortSignal;
  /** What the pointer did last before the card's script was there. */
  event?: PointerEvent;
  /**
   * Goes to the next (1) or the previous (-1) mark and shows its card. Set by the card's script.
   */
  step?(by: 1 | -1): void;
}

/** The global scope that scripts of one extension share in a page. The page does not see it. */
export interface CardScope {
  paperlightCard?: CardSlot;
}
