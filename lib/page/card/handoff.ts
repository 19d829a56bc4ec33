/**
 * What the content script hands over to the card's script, which is loaded when a card may be
 * needed.
 */
import type { Mention } from '../mention.ts';

/** Shared by the two. */
export interface CardHandoff {
  /** The current marks of the page in its order, also those out of sight. */
  marks(): readonly Mention[];
  /** Those of them that are in sight. */
  painted(): readonly Mention[];
  /** Aborts when the content script is invalidated, as by an update of the extension. */
  signal: AbortSignal;
  /** The latest pointer event before the card's script was loaded. */
  event?: PointerEvent;
  /**
   * Goes to the next (1) or the previous (-1) mark and shows its card. Set by the card's script.
   */
  step?(by: 1 | -1): void;
}

/** The global scope that scripts of one extension share in a page. The page does not see it. */
export interface CardScope {
  paperlightCard?: CardHandoff;
}
