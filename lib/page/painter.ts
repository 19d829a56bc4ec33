/** Paints marks with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/): the page's DOM stays as it is. */
import type { Painter } from './page-marks.ts';
import { elementAround } from './readable-text.ts';

/** Name of the highlight in `CSS.highlights`; the style sheet of the content script says what it looks like. */
const HIGHLIGHT = 'paperlight';
/** Name of the highlight of a mark that was just scrolled to. */
const FLASH = 'paperlight-flash';

/** How long a mark flashes, in milliseconds. */
const FLASH_TIME = 1600;

/** A painter for the current document. */
export const highlightPainter: Painter = {
  paint(ranges) {
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, highlight);
    else {
      CSS.highlights.delete(HIGHLIGHT);
      CSS.highlights.delete(FLASH);
    }
  },
};

/** Scrolls to a mark and lets it flash. */
export function reveal(range: Range): void {
  const element = elementAround(range.startContainer as Text);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
  const flash = new Highlight(range);
  flash.priority = 1;
  CSS.highlights.set(FLASH, flash);
  setTimeout(() => {
    if (CSS.highlights.get(FLASH) === flash) CSS.highlights.delete(FLASH);
  }, FLASH_TIME);
}
