/** Which text of a page is looked at, and walks over it. */
import type { Place } from './text-reader.ts';

/** Elements whose text is no text of the page. */
const SKIPPED =
  'head,script,style,title,noscript,textarea,select,option,iframe,object,canvas,audio,video,math-field,' +
  // Copies of formulas that are meant for machines or for screen readers, beside the visible one: MathML's, KaTeX's, MathJax's.
  // MathJax's are skipped where the visible one is text too, not drawn.
  'annotation,annotation-xml,.katex-mathml,.MathJax_Preview,.MJX_Assistive_MathML:not(.MathJax_SVG *),' +
  'mjx-container:has(mjx-c:not(:empty)) mjx-assistive-mml';

/** The element in which a text node stands: its parent, or the host of the shadow tree whose root holds it. */
export function elementAround({ parentNode }: Text): Element | null {
  return parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null);
}

/** Whether the text of this node may be looked at, by all of its ancestors. */
export function isReadable(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && around.closest(SKIPPED) === null && !(around as HTMLElement).isContentEditable;
}

/** Copies of formulas that a walk must not read: they would stand twice in a title. */
const FORMULAS = ['annotation', '.MathJax_Preview', 'mjx-assistive-mml'];

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
    this.walker = this.document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  }

  /** Whether each element is looked at, which takes longer than reading its text: only pages with formulas need it. */
  get isCareful(): boolean {
    return this.walker.whatToShow !== NodeFilter.SHOW_TEXT;
  }

  /** Has to be called with elements that come new. */
  notice(node: ParentNode): void {
    for (const formula of FORMULAS) this.look(formula, node);
  }

  /** Looks for one more kind of formula in all that is there; returns whether there are others to look for. On huge pages each takes its time. */
  lookOn(): boolean {
    this.look(FORMULAS[this.looked++] as string, this.root);
    return this.looked < FORMULAS.length;
  }

  private look(formula: string, node: ParentNode): void {
    if (!this.isCareful && node.querySelector(formula)) this.readElements();
  }

  private readElements(): void {
    this.walker = this.document.createTreeWalker(this.root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return (node as Element).matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    this.current = this.root;
  }

  private get document(): Document {
    return this.root.ownerDocument ?? (this.root as Document);
  }

  /** The next text node after `node`, or null at the end. It may have to be skipped: ask {@link isReadable}. */
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
    if (container.nodeType === Node.TEXT_NODE) return { node: container as Text, offset };
    const child = container.childNodes[offset] ?? following(container);
    const node = child === null || child.nodeType === Node.TEXT_NODE ? (child as Text | null) : this.next(child);
    return node && { node, offset: 0 };
  }

  private goTo(node: Node): void {
    if (this.current !== node) this.walker.currentNode = node;
    this.current = node;
  }
}

/** The node that follows `node` and what is in it, in document order. */
function following(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}
