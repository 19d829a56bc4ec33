/** The windows around this one. */
import { saysWhatIsSeen } from '../visibility.ts';

/**
 * The windows around this one from the inside out, as far as they are of the same origin: nothing
 * is told of others.
 */
export function framesAround(): Window[] {
  const frames: Window[] = [];
  try {
    for (let at: Window = window; at !== at.parent; at = at.parent) {
      // Throws across origins.
      if (at.parent.document) frames.push(at.parent);
    }
  } catch {
    // The next one around is of another origin.
  }
  return frames;
}

/**
 * Whether this window can know that a card in it is seen: in the page's own window, or where the
 * browser says so itself and no other site, which can make a frame transparent, is around it. What
 * lies over a frame and lets clicks through is not found from within it.
 */
export function canKnowSight(): boolean {
  return window === window.top || (saysWhatIsSeen() && framesAround().at(-1) === window.top);
}
