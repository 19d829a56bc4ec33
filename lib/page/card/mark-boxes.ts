/** Where a mark is in the window. */
import { isReadable } from '../readable-text.ts';

/**
 * The boxes of a mark's text, without copies of formulas for screen readers, which may be anywhere.
 */
export function boxesOf(range: Range): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer: around } = range;
  if (startContainer === endContainer) return [...range.getClientRects()];
  const boxes: DOMRect[] = [];
  const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node; node = node === endContainer ? null : walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !isReadable(node as Text)) continue;
    const part = document.createRange();
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : (node as Text).length);
    boxes.push(...part.getClientRects());
  }
  return boxes;
}

/** Whether the point at `x`, `y` of the window is on the mark, or at most `slack` beside it. */
export function isOn(range: Range, x: number, y: number, slack = 0): boolean {
  return boxesOf(range).some(
    ({ left, top, right, bottom }) => x >= left - slack && x < right + slack && y >= top - slack && y < bottom + slack,
  );
}
