/**
 * Paints marks with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/):
 * the page's DOM stays as it is.
 */

import { elementAround, scrollTo } from './dom.ts';
import type { Mention } from './mention.ts';

/**
 * Name of the highlight in `CSS.highlights`; the style sheet of the content script says what it
 * looks like.
 */
const HIGHLIGHT = 'paperlight';
/** Name of the highlight of a mark that was just scrolled to. */
const FLASH = 'paperlight-flash';

/** How long a mark flashes, in milliseconds. */
const FLASH_TIME = 1600;

let flash: Highlight | undefined;

/**
 * Paints the marks of the current document. It leaves alone what a page may have under the same
 * names.
 */
export class HighlightPainter {
  private current: Highlight | undefined;

  /** Replaces all that is painted by these ranges. */
  paint(ranges: StaticRange[]): void {
    if (ranges.length === 0) {
      if (this.current && this.isIntact) CSS.highlights.delete(HIGHLIGHT);
      this.current = undefined;
      endFlash();
      return;
    }
    this.current = new Highlight();
    // One by one: a call with thousands of arguments may fail.
    for (const range of ranges) this.current.add(range);
    CSS.highlights.set(HIGHLIGHT, this.current);
  }

  /**
   * Whether what was painted last is still there: many a page that paints something of its own
   * clears the whole registry.
   */
  get isIntact(): boolean {
    return this.current === undefined || CSS.highlights.get(HIGHLIGHT) === this.current;
  }
}

/** Scrolls to a mark and lets it flash. */
export function reveal({ first, painted }: Mention): void {
  const element = elementAround(first);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element) scrollTo(element, calm ? 'instant' : 'smooth');
  const now = new Highlight(painted);
  now.priority = 1;
  flash = now;
  CSS.highlights.set(FLASH, flash);
  setTimeout(() => flash === now && endFlash(), FLASH_TIME);
}

function endFlash(): void {
  if (flash && CSS.highlights.get(FLASH) === flash) CSS.highlights.delete(FLASH);
  flash = undefined;
}
