/** The windows around this one. */
import { reportsVisibility } from '../visibility.ts';

/** The windows around this one from the inside out, up to the first of another origin. */
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
 * Whether this window can judge whether a card in it is seen. In a frame that takes a browser that
 * reports it, and no window of another site around, which could make the frame transparent or cover
 * it.
 */
export function canJudgeSight(): boolean {
  return window === window.top || (reportsVisibility() && framesAround().at(-1) === window.top);
}
