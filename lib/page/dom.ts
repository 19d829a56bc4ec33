/**
 * Properties and methods of nodes as the browser defines them. In Chromium a form's fields shadow
 * those of the form by their names, for content scripts too: with `<input name="parentNode">`,
 * `form.parentNode` is that field, and a loop that walks up never ends. So code in this folder
 * reads nodes that may be elements only through these functions.
 */

type Owner = 'Node' | 'Element' | 'HTMLElement';

/** Namespace of HTML. */
export const HTML = 'http://www.w3.org/1999/xhtml';
/** Namespace of SVG. */
export const SVG = 'http://www.w3.org/2000/svg';
/** Namespace of MathML. */
export const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Makes a function that reads a property by its original getter, looked up on first use. */
function property<Of extends Node, Value>(owner: Owner, name: string): (of: Of) => Value {
  let get: ((this: Node) => Value) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(globalThis[owner].prototype, name)?.get as (this: Node) => Value;
    return get.call(of);
  };
}

/** `parentNode`, whatever names the page gives its elements. */
export const parentOf = property<Node, ParentNode | null>('Node', 'parentNode');
/** `previousSibling`. */
export const previousSiblingOf = property<Node, Node | null>('Node', 'previousSibling');
/** `nextSibling`. */
export const nextSiblingOf = property<Node, Node | null>('Node', 'nextSibling');
/** `firstChild`. */
export const firstChildOf = property<Node, Node | null>('Node', 'firstChild');
/** `lastChild`. */
export const lastChildOf = property<Node, Node | null>('Node', 'lastChild');
/** `childNodes`. */
export const childNodesOf = property<Node, NodeListOf<ChildNode>>('Node', 'childNodes');
/** `ownerDocument`. */
export const ownerOf = property<Node, Document | null>('Node', 'ownerDocument');
/** `isConnected`. */
export const isConnected = property<Node, boolean>('Node', 'isConnected');
/** `localName`. */
export const localNameOf = property<Element, string>('Element', 'localName');
/** `namespaceURI`. */
export const namespaceOf = property<Element, string | null>('Element', 'namespaceURI');
/** `shadowRoot`: that of an open one. */
export const shadowRootOf = property<Element, ShadowRoot | null>('Element', 'shadowRoot');
/** `role`. */
export const roleOf = property<Element, string | null>('Element', 'role');
const slotOf = property<Element, HTMLSlotElement | null>('Element', 'assignedSlot');
const isEditableHtml = property<HTMLElement, boolean>('HTMLElement', 'isContentEditable');

const typeOf = property<Node, number>('Node', 'nodeType');

/**
 * Whether a node is text or, in XML, a CDATA section. Unlike `instanceof`, true of nodes from other
 * frames too.
 */
export function isText(node: Node | null): node is Text {
  const type = node && typeOf(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

/** Whether a node is an element. */
export function isElement(node: Node | null): node is Element {
  return node !== null && typeOf(node) === Node.ELEMENT_NODE;
}

/** Whether `outer` is `inner` or holds it. */
export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** The document or shadow root that holds a node. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** Where `other` is relative to `node`, as the bits of `Node.compareDocumentPosition`. */
export function positionOf(node: Node, other: Node): number {
  return Node.prototype.compareDocumentPosition.call(node, other);
}

/** The innermost element around this one, itself included, that matches. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether an element matches. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Whether an element has any attribute. */
export function hasAttributes(element: Element): boolean {
  return Element.prototype.hasAttributes.call(element);
}

/** The first descendant that matches. */
export function find(root: Node, selector: string): Element | null {
  const { prototype } = isElement(root) ? Element : root === document ? Document : DocumentFragment;
  return prototype.querySelector.call(root, selector);
}

/** The element's box in the window. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Scrolls an element into the middle of the window. */
export function scrollTo(element: Element, behavior: ScrollBehavior): void {
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior });
}

/** Whether an element has a box and is not `visibility: hidden`. Forces no layout. */
export function checkVisibility(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** Whether a person can edit the text in an element. */
export function isEditable(element: Element): boolean {
  return namespaceOf(element) === HTML && isEditableHtml(element as HTMLElement);
}

/** The element around this one: its parent, or the host of the shadow tree whose root holds it. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node);
  return isElement(parent) ? parent : ((parent as Partial<ShadowRoot> | null)?.host ?? null);
}

/** The parent in the flat tree: slotted elements are drawn in their slot. */
export function drawnAround(element: Element): Element | null {
  return slotOf(element) ?? elementAround(element);
}
