/** Which part of a page the reader has selected. */

/** Bits of `compareDocumentPosition`: the other node is before this one, after it. */
const [PRECEDING, FOLLOWING] = [2, 4];

/** As deep as pages are nested. */
const MAX_DEPTH = 1_000;

/**
 * Whether anything of an entry is within one of the ranges; the second half of a `dt` is the `dd`
 * behind it.
 */
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

/**
 * The first node of which something is selected. A selection may begin at the end of a text, with
 * the next node.
 */
function firstNode({ startContainer: node, startOffset: offset }: AbstractRange): Node | null {
  if (node.nodeType === 3) return offset < (node.nodeValue ?? '').length ? node : after(node);
  return node.childNodes[offset] ?? after(node);
}

/**
 * The last node of which something is selected. A paragraph that is selected by three clicks ends
 * before the first letter of the next.
 */
function lastNode({ endContainer: node, endOffset: offset }: AbstractRange): Node | null {
  if (node.nodeType === 3) return offset > 0 ? node : before(node);
  const child = node.childNodes[offset - 1];
  return child ? deepest(child) : before(node);
}

/**
 * A node and what is around it. A form whose field is called "parentNode" would be around itself
 * without end.
 */
function upFrom(node: Node): Node[] {
  const way = [node];
  for (let at = node.parentNode; at && way.length < MAX_DEPTH; at = at.parentNode) way.push(at);
  return way;
}

function after(node: Node): Node | null {
  for (const at of upFrom(node)) if (at.nextSibling) return at.nextSibling;
  return null;
}

function before(node: Node): Node | null {
  for (const at of upFrom(node)) if (at.previousSibling) return deepest(at.previousSibling);
  return null;
}

function deepest(node: Node): Node {
  let at = node;
  for (let down = 0; at.lastChild && down < MAX_DEPTH; down++) at = at.lastChild;
  return at;
}
