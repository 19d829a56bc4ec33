/** Open shadow roots: parts of a page that no walk, no range and no observer of the page around them reaches. */
import { inSlices } from './slices.ts';

/** Elements that are looked at in one step. */
const STEP = 500;

/**
 * Calls `visit` with the open shadow root of each element in `node`, itself included, as far as elements have one; what is inside of
 * those is left to the visitor. Takes slices, since every element has to be asked: nothing tells which have one.
 */
export function findShadowRoots(node: Node, visit: (root: ShadowRoot) => void, signal: AbortSignal): void {
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
  let at: Node | null = walker.currentNode;
  const step = (): boolean => {
    for (let i = 0; at && i < STEP; i++, at = walker.nextNode()) {
      const root = (at as Partial<Element>).shadowRoot;
      if (root) visit(root);
    }
    return at !== null;
  };
  void inSlices(step, () => {}, signal);
}

/** Compares two text nodes of a page by their places on it, also where they stand in different shadow trees: for `Array.sort`. */
export function compareOnPage(a: Node, b: Node): number {
  const [hostsOfA, hostsOfB] = [withHosts(a), withHosts(b)];
  for (let i = 0; i < hostsOfA.length && i < hostsOfB.length; i++) {
    const [placeOfA, placeOfB] = [hostsOfA[i] as Node, hostsOfB[i] as Node];
    if (placeOfA !== placeOfB) {
      return placeOfA.compareDocumentPosition(placeOfB) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    }
  }
  return hostsOfA.length - hostsOfB.length;
}

/** The hosts of the shadow trees in which a node stands, outermost first, then the node. */
function withHosts(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    chain.unshift(root.host);
  return chain;
}
