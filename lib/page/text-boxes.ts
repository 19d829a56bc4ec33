/** Where text is drawn in the window. */
import type { Part } from './mention.ts';

/**
 * One live range for all measurements: each range slows the page's own DOM changes until it is
 * garbage collected.
 */
let ruler: Range | undefined;

/** The boxes of some text in the window's coordinates, without empty ones. */
export function boxesOf(parts: readonly Part[]): DOMRect[] {
  ruler ??= document.createRange();
  const boxes: DOMRect[] = [];
  for (const { node, start, end } of parts) {
    ruler.setStart(node, start);
    ruler.setEnd(node, end);
    boxes.push(...ruler.getClientRects());
  }
  ruler.setStart(document, 0);
  ruler.collapse(true);
  return boxes.filter(({ width, height }) => width > 0 && height > 0);
}
