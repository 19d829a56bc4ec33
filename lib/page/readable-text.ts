/** Which text of a page is read, and a walker over its text nodes. */
import {
  childNodesOf,
  closest,
  elementAround,
  find,
  HTML,
  isText,
  MATHML,
  matches,
  namespaceOf,
  nextSiblingOf,
  ownerOf,
  parentOf,
  SVG,
} from './dom.ts';

/**
 * Elements whose text is not read: form fields, code, and the copies of formulas for machines or
 * screen readers beside the visible one (MathML's, KaTeX's, MathJax's; the last only where the
 * visible one is text too). Text that is not drawn for other reasons is found by its missing box.
 */
const SKIPPED =
  'script,style,textarea,select,option,math-field,annotation,annotation-xml,.katex-mathml,.MathJax_Preview,' +
  '.MJX_Assistive_MathML:not(.MathJax_SVG *),mjx-container:has(mjx-c:not(:empty)) mjx-assistive-mml';

/**
 * Namespaces in which those names have that meaning. Elsewhere, as in TEI or a feed, an `<option>`
 * is text like any other.
 */
const SKIPPABLE_NAMESPACES: readonly (string | null)[] = [HTML, MATHML, SVG];

function isSkippable(element: Element): boolean {
  return SKIPPABLE_NAMESPACES.includes(namespaceOf(element));
}

/** Whether no ancestor of this node excludes its text. */
export function isReadable(node: Text): boolean {
  let around = elementAround(node);
  if (!around) return false;
  for (; around; around = elementAround(around)) {
    around = closest(around, SKIPPED);
    if (!around) return true;
    if (isSkippable(around)) return false;
  }
  return true;
}

/** Copies of formulas that a walk must skip: titles would contain them twice. */
const FORMULA_COPIES = ['annotation', '.MathJax_Preview', 'mjx-assistive-mml'];

/** `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`: in XML, text may stand in the latter. */
const SHOW_TEXT = 0x4 | 0x8;

/** Walks over the text nodes of a document, or of a shadow tree, in document order. */
export class TextWalker {
  readonly root: Document | ShadowRoot;
  private walker: TreeWalker;
  /** The current node of {@link walker}. */
  private current: Node;
  private detected = 0;

  constructor(root: Document | ShadowRoot) {
    this.root = root;
    this.current = root;
    this.walker = this.document.createTreeWalker(root, SHOW_TEXT);
  }

  /**
   * Whether elements are visited too, not only text nodes. That is slower, and only pages with
   * formulas need it.
   */
  get visitsElements(): boolean {
    return this.walker.whatToShow !== SHOW_TEXT;
  }

  /** Must be called with elements that are added. */
  notice(node: Node): void {
    for (const formula of FORMULA_COPIES) this.detect(formula, node);
  }

  /**
   * Searches the page for one more kind of formula; returns whether kinds are left. One at a time,
   * because each search is slow on huge pages.
   */
  detectNext(): boolean {
    this.detect(FORMULA_COPIES[this.detected++] as string, this.root);
    return this.detected < FORMULA_COPIES.length;
  }

  private detect(formula: string, node: Node): void {
    if (!this.visitsElements && find(node, formula)) this.visitElements();
  }

  private visitElements(): void {
    this.walker = this.document.createTreeWalker(this.root, SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (isText(node)) return NodeFilter.FILTER_ACCEPT;
      const isSkipped = matches(node as Element, SKIPPED) && isSkippable(node as Element);
      return isSkipped ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    this.current = this.root;
  }

  private get document(): Document {
    return ownerOf(this.root) ?? (this.root as Document);
  }

  /**
   * The next text node after `node`, or null at the end. It may be unreadable: ask {@link
   * isReadable}.
   */
  next(node: Node): Text | null {
    this.goTo(node);
    const text = this.walker.nextNode() as Text | null;
    if (text) this.current = text;
    return text;
  }

  /** The last text node before `node`, or null at the beginning. */
  previous(node: Node): Text | null {
    this.goTo(node);
    const text = this.walker.previousNode() as Text | null;
    if (text) this.current = text;
    return text;
  }

  /** The place of the first text after a boundary of a range, or null at the end. */
  placeOf(container: Node, offset: number): Place | null {
    if (isText(container)) return { node: container, offset };
    const child = childNodesOf(container)[offset] ?? following(container);
    const node = child === null || isText(child) ? child : this.next(child);
    return node && { node, offset: 0 };
  }

  private goTo(node: Node): void {
    if (this.current !== node) this.walker.currentNode = node;
    this.current = node;
  }
}

/** The node after `node` and its descendants, in document order. */
function following(node: Node): Node | null {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

/** A place in a text node. */
export interface Place {
  node: Text;
  offset: number;
}
