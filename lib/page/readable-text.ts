/** Which text of a page is looked at, and walks over it. */
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
 * Elements whose text is no text of the page: form fields, code, and copies of formulas that are
 * meant for machines or screen readers, beside the visible one (MathML's, KaTeX's, MathJax's; the
 * latter are skipped where the visible one is text too, not drawn). What is not drawn for other
 * reasons needs no place here.
 */
const SKIPPED =
  'script,style,textarea,select,option,math-field,annotation,annotation-xml,.katex-mathml,.MathJax_Preview,' +
  '.MJX_Assistive_MathML:not(.MathJax_SVG *),mjx-container:has(mjx-c:not(:empty)) mjx-assistive-mml';

/**
 * Vocabularies in which those names mean that. Elsewhere, as in TEI or a feed, an `<option>` is
 * text like any other.
 */
const VOCABULARIES: readonly (string | null)[] = [HTML, MATHML, SVG];

function isKnown(element: Element): boolean {
  return VOCABULARIES.includes(namespaceOf(element));
}

/** Whether the text of this node may be looked at, by all of its ancestors. */
export function isReadable(node: Text): boolean {
  let around = elementAround(node);
  if (!around) return false;
  for (; around; around = elementAround(around)) {
    around = closest(around, SKIPPED);
    if (!around) return true;
    if (isKnown(around)) return false;
  }
  return true;
}

/** Copies of formulas that a walk must not read: they would stand twice in a title. */
const FORMULAS = ['annotation', '.MathJax_Preview', 'mjx-assistive-mml'];

/** `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`: in XML, text may stand in the latter. */
const TEXT = 0x4 | 0x8;

/** Walks over the text nodes of a document, or of a shadow tree, in document order. */
export class TextWalker {
  readonly root: Document | ShadowRoot;
  private walker: TreeWalker;
  /** Where {@link walker} stands. */
  private current: Node;
  private looked = 0;

  constructor(root: Document | ShadowRoot) {
    this.root = root;
    this.current = root;
    this.walker = this.document.createTreeWalker(root, TEXT);
  }

  /**
   * Whether each element is looked at, which takes longer than reading its text: only pages with
   * formulas need it.
   */
  get isCareful(): boolean {
    return this.walker.whatToShow !== TEXT;
  }

  /** Has to be called with elements that come new. */
  notice(node: Node): void {
    for (const formula of FORMULAS) this.look(formula, node);
  }

  /**
   * Looks for one more kind of formula in all that is there; returns whether there are others to
   * look for. On huge pages each takes its time.
   */
  lookOn(): boolean {
    this.look(FORMULAS[this.looked++] as string, this.root);
    return this.looked < FORMULAS.length;
  }

  private look(formula: string, node: Node): void {
    if (!this.isCareful && find(node, formula)) this.readElements();
  }

  private readElements(): void {
    this.walker = this.document.createTreeWalker(this.root, TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (isText(node)) return NodeFilter.FILTER_ACCEPT;
      const isSkipped = matches(node as Element, SKIPPED) && isKnown(node as Element);
      return isSkipped ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    this.current = this.root;
  }

  private get document(): Document {
    return ownerOf(this.root) ?? (this.root as Document);
  }

  /**
   * The next text node after `node`, or null at the end. It may have to be skipped: ask
   * {@link isReadable}.
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

  /** Where text goes on from a boundary of a range, or null at the end. */
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

/** The node that follows `node` and what is in it, in document order. */
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
