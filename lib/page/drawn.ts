/** Whether text is drawn at all, wherever on the page that may be. */
import { boxOf, checkVisibility, closest, drawnAround, elementAround, isEditable, namespaceOf, SVG } from './dom.ts';
import { isInFormula, type Mention } from './mention.ts';
import { boxesOf } from './text-boxes.ts';

/** SVG in which nothing is drawn where it stands, though browsers say so. */
const NOT_DRAWN_HERE = 'defs,symbol,clipPath,mask,pattern,marker';

/** How many elements around a text are asked whether they cut it off. */
const LINE_DEPTH = 3;
/** Letters of a text whose boxes are asked for: a node may hold a whole book. */
const SAMPLE_LENGTH = 256;

/**
 * Mentions whose text had a box when they were asked last: what has none, as the text in a
 * `<meter>`, seldom gets one.
 */
const boxed = new WeakSet<Mention>();

/**
 * Whether a mention is one for the reader: its text is drawn and can't be edited. It may be off the
 * screen. Laying out the page is left to the browser as far as that goes.
 */
export function isOnPage(mention: Mention): boolean {
  const shown = mention.nodes.filter(isShown);
  // A formula may be hidden behind its picture.
  const isWhole = shown.length > 0 && mention.nodes.every((node) => shown.includes(node) || isInFormula(node));
  if (!isWhole || mention.nodes.some(isInEditor)) {
    boxed.delete(mention);
    return false;
  }
  if (!boxed.has(mention) && mention.parts.some(({ node, start, end }) => hasBox(node, start, end))) boxed.add(mention);
  return boxed.has(mention);
}

/**
 * Whether a reader sees text that stands beside other text: what is hidden, has no size or is cut
 * off is no part of what it stands in. Only where something may cut it off does the page have to be
 * laid out for this.
 */
export function isLegible(node: Text): boolean {
  const around = elementAround(node);
  if (!around || !checkVisibility(around) || Number.parseFloat(getComputedStyle(around).fontSize) < 1) return false;
  let at: Element | null = around;
  for (let i = 0; at && i < LINE_DEPTH; i++, at = drawnAround(at)) {
    const { overflowX, display, clip } = getComputedStyle(at);
    // What is for screen readers only is cut off so, to a pixel or less.
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

/** Whether a part of a node's text, or its first letters, have a box. */
function hasBox(node: Text, start = 0, end = node.length): boolean {
  const around = elementAround(node);
  if (around !== null && namespaceOf(around) === SVG && closest(around, NOT_DRAWN_HERE)) return false;
  return boxesOf([{ node, start, end: Math.min(end, start + SAMPLE_LENGTH) }]).length > 0;
}

function isInEditor(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && isEditable(around);
}
