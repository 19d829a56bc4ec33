/**
 * Whether a person sees the frame that this script runs in. What is outside of the page's window,
 * the observer of elements tells.
 */

import { thickness } from './boxes.ts';
import { checkVisibility } from './dom.ts';
import { Exposures } from './exposure.ts';
import { MIN_OPACITY } from './seen.ts';
import { observeVisibility, saysWhatIsSeen } from './visibility.ts';

/** In a frame drawn smaller than that, by its side or by its scale, nothing can be read. */
const MIN_SIDE = 50;
const MIN_SCALE = 0.5;

/** Follows whether this frame is seen. */
export class FrameSight {
  /**
   * Whether nothing lies over the frame or makes it transparent, where only the browser knows:
   * within a page of another origin.
   */
  isClear = true;
  private observer: IntersectionObserver | undefined;
  private readonly changed: () => void;

  /** @param changed called when that may have changed */
  constructor(changed: () => void, signal: AbortSignal) {
    this.changed = changed;
    signal.addEventListener('abort', () => this.observer?.disconnect());
  }

  /** Has to be called when the document has got another root element. */
  follow(): void {
    if (isAmongOwn() || !saysWhatIsSeen()) return;
    this.observer?.disconnect();
    this.isClear = false;
    this.observer = observeVisibility(document.documentElement, (entries) => {
      this.isClear = entries.at(-1)?.isVisible === true;
      this.changed();
    });
  }

  /** Whether none of the frames around hides it, as far as those are of its own origin. */
  get isSeen(): boolean {
    const exposures = new Exposures();
    return framesAround().every((frame) => isFrameSeen(frame, exposures));
  }
}

function isFrameSeen(frame: HTMLElement, exposures: Exposures): boolean {
  const box = frame.getBoundingClientRect();
  return (
    checkVisibility(frame) &&
    exposures.of(frame).opacity >= MIN_OPACITY &&
    thickness(box) >= MIN_SIDE &&
    box.width >= MIN_SCALE * frame.offsetWidth &&
    box.height >= MIN_SCALE * frame.offsetHeight
  );
}

/**
 * The elements of the frames that this one is in, from the inside out, as far as they are of one
 * origin.
 */
function framesAround(): HTMLElement[] {
  const frames: HTMLElement[] = [];
  for (let at: Window = window, frame = frameOf(at); frame; at = at.parent, frame = frameOf(at)) frames.push(frame);
  return frames;
}

function isAmongOwn(): boolean {
  let at: Window = window;
  while (at !== at.parent && frameOf(at)) at = at.parent;
  return at === at.parent;
}

function frameOf(window: Window): HTMLElement | null {
  try {
    return window.frameElement as HTMLElement | null;
  } catch {
    // Of another origin.
    return null;
  }
}
