/**
 * Whether a person can see the frame that this script runs in. Scrolling is left to Nearness, whose
 * observer knows what is in the viewport.
 */

import { thickness } from './boxes.ts';
import { checkVisibility } from './dom.ts';
import { Exposures } from './exposure.ts';
import { MIN_OPACITY } from './seen.ts';
import { observeVisibility, reportsVisibility } from './visibility.ts';

/** Text in a frame drawn smaller than this, by its shorter side or by its scale, can't be read. */
const MIN_SIDE_PX = 50;
const MIN_SCALE = 0.5;

/** Follows whether this frame is seen. */
export class FrameSight {
  /**
   * False if something covers the frame or makes it transparent. In a page of another origin only
   * the browser can tell.
   */
  isClear = true;
  private observer: IntersectionObserver | undefined;
  private readonly changed: () => void;

  /** @param changed called when that may have changed */
  constructor(changed: () => void, signal: AbortSignal) {
    this.changed = changed;
    signal.addEventListener('abort', () => this.observer?.disconnect());
  }

  /** Must be called when the document gets another root element. */
  follow(): void {
    if (isAmongOwn() || !reportsVisibility()) return;
    this.observer?.disconnect();
    this.isClear = false;
    this.observer = observeVisibility(document.documentElement, (entries) => {
      this.isClear = entries.at(-1)?.isVisible === true;
      this.changed();
    });
  }

  /** Whether it is visible in all frames around it that are of its own origin. */
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
    thickness(box) >= MIN_SIDE_PX &&
    box.width >= MIN_SCALE * frame.offsetWidth &&
    box.height >= MIN_SCALE * frame.offsetHeight
  );
}

/**
 * The elements of this frame and of those around it, from the inside out, while they are of one
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
