/** Which text of a page is looked at, and walks over it. */

/** Elements whose text is no text of the page, and copies of formulas that are meant for machines or for screen readers beside the visible one. */
const SKIPPED = new Set(
  'head script style title noscript template textarea input select option datalist iframe object embed canvas audio video math-field annotation annotation-xml'.split(
    ' ',
  ),
);
const SKIPPED_CLASS = /(?:^|\s)(?:katex-mathml|MJX_Assistive_MathML|MathJax_Preview)(?:\s|$)/;
const SKIPPED_SELECTOR = [...SKIPPED, '.katex-mathml', '.MJX_Assistive_MathML', '.MathJax_Preview'].join(',');

/** Whether the text inside this element is left alone. Only looks at the element itself. */
function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  return element.localName === 'span' && SKIPPED_CLASS.test(element.className);
}

/** Whether the text of this node may be looked at, by all of its ancestors. */
export function isReadable(node: Text): boolean {
  const parent = node.parentElement;
  return parent !== null && parent.closest(SKIPPED_SELECTOR) === null && !(parent as HTMLElement).isContentEditable;
}

/** The next readable text node after `from` and what is in it, in document order, or null at the end of `root`. */
export function nextText(from: Node, root: Node): Text | null {
  return firstText(following(from, root), root);
}

/** The first readable text node in `region`, or after it if it has none; and the first one after it. Null at the end of `root`. */
export function textsOf(region: Range, root: Node): { first: Text | null; stop: Text | null } {
  return {
    first: textFrom(region.startContainer, region.startOffset, root),
    stop: textFrom(region.endContainer, region.endOffset, root),
  };
}

function textFrom(container: Node, offset: number, root: Node): Text | null {
  // Within a text node, a boundary belongs to the whole of it.
  if (container.nodeType === Node.TEXT_NODE) return offset === 0 ? (container as Text) : nextText(container, root);
  const child = container.childNodes[offset];
  return firstText(child ?? following(container, root), root);
}

/** The first readable text node from `node` on, in it or after it. */
function firstText(node: Node | null, root: Node): Text | null {
  let at = node;
  while (at) {
    if (at.nodeType === Node.TEXT_NODE) return at as Text;
    const enter: boolean = at.nodeType === Node.ELEMENT_NODE && !isSkipped(at as Element);
    at = (enter ? at.firstChild : null) ?? following(at, root);
  }
  return null;
}

/** The last readable text node in document order before `from`, or null at the beginning of `root`. */
export function previousText(from: Node, root: Node): Text | null {
  let node: Node | null = preceding(from, root);
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) return node as Text;
    const enter: boolean = node.nodeType === Node.ELEMENT_NODE && !isSkipped(node as Element);
    node = (enter ? node.lastChild : null) ?? preceding(node, root);
  }
  return null;
}

function following(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

function preceding(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.previousSibling) return at.previousSibling;
  }
  return null;
}
