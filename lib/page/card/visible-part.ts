/** The visible part of a mark. */
import { boxesOf } from './mark-boxes.ts';
import type { Box } from './placement.ts';

/**
 * The box around what the window, scroll containers and clipping leave visible of a range;
 * undefined if nothing.
 */
export function visiblePart(range: Range): Box | undefined {
  let view: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (const clip of clipsAround(range.commonAncestorContainer)) view = shared(view, clip.getBoundingClientRect());
  const boxes = boxesOf(range)
    .map((box) => shared(view, box))
    .filter((box) => box.right > box.left && box.bottom > box.top);
  if (boxes.length === 0) return undefined;
  return boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }));
}

/** The elements around a node that clip their content. */
function* clipsAround(node: Node): Generator<Element> {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (!(at instanceof Element) || at === document.body || at === document.documentElement) continue;
    const { overflowX, overflowY, display, position } = getComputedStyle(at);
    if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) yield at;
    if (position === 'fixed') return;
  }
}

function shared(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
