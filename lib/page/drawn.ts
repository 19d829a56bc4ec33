/** Whether text is drawn at all, wherever on the page that may be. */
import { boxOf, checkVisibility, closest, drawnAround, elementAround, isEditable, namespaceOf, SVG } from './dom.ts';
import { isInFormula, type Mention } from './mention.ts';
import { boxesOf } from './text-boxes.ts';

/** SVG elements that are not drawn in place, though browsers report a box for them. */
const NOT_DRAWN_IN_PLACE = 'defs,symbol,clipPath,mask,pattern,marker';

/** How many ancestors of a text are checked for clipping it. */
const MAX_CLIP_ANCESTORS = 3;
/** How many characters of a text are measured: a node may hold a whole book. */
const MAX_SAMPLE_LENGTH = 256;

/** Mentions whose text had a box when last checked. */
const boxed = new WeakSet<Mention>();

/**
 * Whether a mention's text is drawn, maybe off the screen, and can't be edited. Avoids forcing
 * layout where it can.
 */
export function isOnPage(mention: Mention): boolean {
  const shown = mention.nodes.filter(isShown);
  // A formula may be hidden, with a picture of it in its place.
  const isWhole = shown.length > 0 && mention.nodes.every((node) => shown.includes(node) || isInFormula(node));
  // Hidden words that are shown now part the title.
  if (!isWhole || mention.leftOut.some(isShown) || mention.nodes.some(isInEditor)) {
    boxed.delete(mention);
    return false;
  }
  if (!boxed.has(mention) && mention.parts.some(({ node, start, end }) => hasBox(node, start, end))) boxed.add(mention);
  return boxed.has(mention);
}

/**
 * Whether text is visible among the text around it: neither hidden, nor of no size, nor clipped
 * away. Forces layout only where an ancestor may clip.
 */
export function isLegible(node: Text): boolean {
  const around = elementAround(node);
  if (!around || !checkVisibility(around) || Number.parseFloat(getComputedStyle(around).fontSize) < 1) return false;
  let at: Element | null = around;
  for (let i = 0; at && i < MAX_CLIP_ANCESTORS; i++, at = drawnAround(at)) {
    const { overflowX, display, clip } = getComputedStyle(at);
    // Text for screen readers only is usually hidden like this, or in a box of a pixel.
    if (clip !== 'auto') return false;
    if (overflowX === 'visible' || display === 'inline') continue;
    const { width, height } = boxOf(at);
    if (width <= 1 || height <= 1) return false;
  }
  return true;
}

function isShown(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && checkVisibility(around);
}

/** Whether the beginning of a part of a node's text has a box. */
function hasBox(node: Text, start = 0, end = node.length): boolean {
  const around = elementAround(node);
  if (around !== null && namespaceOf(around) === SVG && closest(around, NOT_DRAWN_IN_PLACE)) return false;
  return boxesOf([{ node, start, end: Math.min(end, start + MAX_SAMPLE_LENGTH) }]).length > 0;
}

function isInEditor(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && isEditable(around);
}
