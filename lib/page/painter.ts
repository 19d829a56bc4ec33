/**
 * Paints marks with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/):
 * the page's DOM stays as it is.
 */

import { elementAround, scrollTo } from './dom.ts';
import type { Mention } from './mention.ts';

/** Name of the highlight in `CSS.highlights`, which the content script's style sheet styles. */
const MARK_HIGHLIGHT = 'paperlight';
/** Name of the highlight of a mark that was just scrolled to. */
const FLASH_HIGHLIGHT = 'paperlight-flash';

/** How long a mark flashes, and how long the page may take to scroll to it before. */
const FLASH_MS = 1600;
const MAX_SCROLL_MS = 5000;

let flash: Highlight | undefined;
/** A mark that flashes once it is in sight, if that is before `end`. */
let awaited: { painted: StaticRange; end: number } | undefined;

/**
 * Paints the marks of the current document. It never deletes a page's highlights of the same names.
 */
export class HighlightPainter {
  private current: Highlight | undefined;

  /** Paints these ranges and no others. */
  paint(ranges: StaticRange[]): void {
    if (ranges.length === 0) {
      if (this.current && this.isIntact) CSS.highlights.delete(MARK_HIGHLIGHT);
      this.current = undefined;
      endFlash();
      return;
    }
    this.current = new Highlight();
    // One by one: the constructor may fail with thousands of arguments.
    for (const range of ranges) this.current.add(range);
    CSS.highlights.set(MARK_HIGHLIGHT, this.current);
    if (awaited && performance.now() < awaited.end && this.current.has(awaited.painted)) startFlash(awaited.painted);
  }

  /**
   * Whether the latest marks are still registered: a page that paints highlights of its own may
   * clear the registry.
   */
  get isIntact(): boolean {
    return this.current === undefined || CSS.highlights.get(MARK_HIGHLIGHT) === this.current;
  }
}

/** Scrolls to a mark and lets it flash when it is there. */
export function reveal({ first, painted }: Mention): void {
  const element = elementAround(first);
  const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element) scrollTo(element, reducesMotion ? 'instant' : 'smooth');
  awaited = { painted, end: performance.now() + MAX_SCROLL_MS };
  // Marks that stay in sight are not painted again.
  if (CSS.highlights.get(MARK_HIGHLIGHT)?.has(painted)) startFlash(painted);
}

function startFlash(painted: StaticRange): void {
  awaited = undefined;
  const now = new Highlight(painted);
  now.priority = 1;
  flash = now;
  CSS.highlights.set(FLASH_HIGHLIGHT, flash);
  setTimeout(() => flash === now && endFlash(), FLASH_MS);
}

function endFlash(): void {
  if (flash && CSS.highlights.get(FLASH_HIGHLIGHT) === flash) CSS.highlights.delete(FLASH_HIGHLIGHT);
  flash = undefined;
}
