/** Which text of a page is looked at, and walks over it. */
import type { Place } from './text-reader.ts';

/** Elements whose text is no text of the page. */
const SKIPPED =
  'head,script,style,title,noscript,textarea,select,option,iframe,object,canvas,audio,video,math-field,' +
  // Copies of formulas that are meant for machines or for screen readers, beside the visible one: MathML's, KaTeX's, MathJax's.
  'annotation,annotation-xml,.katex-mathml,.MJX_Assistive_MathML,.MathJax_Preview';

/** Whether the text of this node may be looked at, by all of its ancestors. */
export function isReadable(node: Text): boolean {
  const parent = node.parentElement;
  return parent !== null && parent.closest(SKIPPED) === null && !(parent as HTMLElement).isContentEditable;
}

/** Walks over the text nodes of a document, or of a shadow tree, in document order. */
export class TextWalker {
  readonly root: Document | ShadowRoot;
  private readonly all: TreeWalker;
  private readonly readable: TreeWalker;
  /** Whether elements have to be looked at, since some hold a formula's copies. */
  readonly hasFormulas: () => boolean;
  private walker: TreeWalker;
  /** Where {@link walker} stands. */
  private current: Node;

  constructor(root: Document | ShadowRoot) {
    this.root = root;
    const document = root.ownerDocument ?? (root as Document);
    this.all = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    this.readable = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return (node as Element).matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const formulas = [document.getElementsByTagName('annotation'), document.getElementsByClassName('MathJax_Preview')];
    this.hasFormulas =
      root === document
        ? () => formulas.some((elements) => elements.length > 0)
        : () => root.querySelector('annotation,.MathJax_Preview') !== null;
    this.walker = this.all;
    this.current = root;
  }

  /**
   * Has to be called before each walk. Looking at each element takes longer than reading its text. Text that is to be skipped does no
   * harm, since no mark in it counts, but for formulas, which would stand twice in a title. Browsers keep these collections as long as
   * the document does not change.
   */
  begin(): void {
    this.walker = this.hasFormulas() ? this.readable : this.all;
    this.current = this.walker.currentNode;
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
