/**
 * Open shadow roots: parts of a page that no walker, range or observer of the page around them
 * reaches.
 */
import { isElement, positionOf, rootOf, shadowRootOf } from './dom.ts';
import { inSlices } from './slices.ts';

/** Elements checked in one step, and how many of them a shadow root counts for. */
const STEP_ELEMENTS = 500;
const ELEMENTS_PER_ROOT = 50;

/**
 * Calls `visit` with the open shadow root of each element in `node`, itself included, but not with
 * those nested in them. Works in slices, since every element has to be asked for one.
 */
export function findShadowRoots(node: Node, visit: (root: ShadowRoot) => void, signal: AbortSignal): Promise<void> {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
  let at: Node | null = walker.currentNode;
  const step = (): boolean => {
    for (let i = 0; at && i < STEP_ELEMENTS; i++, at = walker.nextNode()) {
      const root = isElement(at) ? shadowRootOf(at) : null;
      if (!root) continue;
      visit(root);
      i += ELEMENTS_PER_ROOT;
    }
    return at !== null;
  };
  return inSlices(step, () => {}, signal);
}

/** Compares two nodes by document order, also across shadow trees: for `Array.sort`. */
export function compareOnPage(a: Node, b: Node): number {
  // Browsers search backwards from the receiver, and `sort` passes the later node first: this order
  // is quicker.
  const position = positionOf(b, a);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return position & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
  const [hostsOfA, hostsOfB] = [withHosts(a), withHosts(b)];
  // The outermost hosts that differ are in the same tree.
  const i = hostsOfA.findIndex((host, at) => host !== hostsOfB[at]);
  return hostsOfA[i] && hostsOfB[i] ? compareOnPage(hostsOfA[i], hostsOfB[i]) : hostsOfA.length - hostsOfB.length;
}

/** The hosts of the shadow trees around a node, outermost first, then the node. */
function withHosts(node: Node): Node[] {
  const root = rootOf(node);
  const { host } = root as Partial<ShadowRoot>;
  return host ? [...withHosts(host), node] : [node];
}
