/** Whether an entry is in the reader's selection. */

/** `DOCUMENT_POSITION_PRECEDING` and `DOCUMENT_POSITION_FOLLOWING`. */
const [PRECEDING, FOLLOWING] = [2, 4];

/** Deeper than pages are nested. */
const MAX_DEPTH = 1_000;

/** Whether any part of an entry is in one of the ranges. The `dd` after a `dt` is part of it. */
export function isWithin(entry: Element, ranges: readonly AbstractRange[]): boolean {
  const rest = entry.localName === 'dt' ? entry.nextElementSibling : null;
  return touches(entry, ranges) || (rest !== null && touches(rest, ranges));
}

function touches(element: Element, ranges: readonly AbstractRange[]): boolean {
  return ranges.some((range) => {
    const [first, last] = [firstNode(range), lastNode(range)];
    if (!first || !last) return false;
    const isBefore = !element.contains(last) && (element.compareDocumentPosition(last) & PRECEDING) !== 0;
    const isAfter = !element.contains(first) && (element.compareDocumentPosition(first) & FOLLOWING) !== 0;
    return !isBefore && !isAfter;
  });
}

/** The first node of a selection, which may begin at the end of the previous text. */
function firstNode({ startContainer: node, startOffset: offset }: AbstractRange): Node | null {
  if (node.nodeType === 3) return offset < (node.nodeValue ?? '').length ? node : after(node);
  return node.childNodes[offset] ?? after(node);
}

/**
 * The last node of a selection. After a triple click it ends at the beginning of the next
 * paragraph.
 */
function lastNode({ endContainer: node, endOffset: offset }: AbstractRange): Node | null {
  if (node.nodeType === 3) return offset > 0 ? node : before(node);
  const child = node.childNodes[offset - 1];
  return child ? deepest(child) : before(node);
}

/**
 * A node and its ancestors. Limited, since a form's field named "parentNode" makes an endless loop.
 */
function withAncestors(node: Node): Node[] {
  const chain = [node];
  for (let at = node.parentNode; at && chain.length < MAX_DEPTH; at = at.parentNode) chain.push(at);
  return chain;
}

function after(node: Node): Node | null {
  for (const at of withAncestors(node)) if (at.nextSibling) return at.nextSibling;
  return null;
}

function before(node: Node): Node | null {
  for (const at of withAncestors(node)) if (at.previousSibling) return deepest(at.previousSibling);
  return null;
}

function deepest(node: Node): Node {
  let at = node;
  for (let down = 0; at.lastChild && down < MAX_DEPTH; down++) at = at.lastChild;
  return at;
}
