/** The windows around this one. */

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
 * Whether all windows around this one are of its own origin. Another site can make a frame unseen
 * without it knowing.
 */
export function isAmongOwn(): boolean {
  return window === window.top || framesAround().at(-1) === window.top;
}
