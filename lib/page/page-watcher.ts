/** Notices changes of a page's DOM. */
import { isConnected, isElement, parentOf } from './dom.ts';
import { attempt } from './faults.ts';
import type { PageScanner } from './page-scanner.ts';

/** How long changes are collected before they are read. */
const BATCH_MS = 100;

/** With more changed places at once, reading the whole page again is quicker. */
const MAX_CHANGED_PLACES = 1000;

/** The first and the last of siblings. */
type Siblings = [first: Node, last: Node];

/** Callbacks for changes. */
export interface Changes {
  /** An element was added. */
  added(element: Element): void;
  /** A batch of changes was passed to the scanner. */
  flushed(): void;
  /** The document has another root element: it may have been opened again. */
  rootReplaced(): void;
  /** An attribute has changed, where {@link Watcher.followAttributes} was called. */
  restyled(): void;
}

/** Watches one tree. */
export interface Watcher {
  /** Observes attributes too: a style rule may depend on any of them, and affect any element. */
  followAttributes(): void;
}

/**
 * Passes what changes in `root` to the scanner until `signal` aborts. One observer for everything:
 * each one costs the page time for every node that it removes.
 */
export function watchPage(
  root: Document | ShadowRoot,
  scanner: PageScanner,
  changes: Changes,
  signal: AbortSignal,
): Watcher {
  let changed: Siblings[] = [];
  let isAllChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    // Reset first, before anything can throw.
    const [places, isAll] = [changed, isAllChanged || changed.length > MAX_CHANGED_PLACES];
    changed = [];
    isAllChanged = false;
    if (isAll) attempt(() => scanner.scanAll());
    else for (const siblings of places.filter(isWhole)) attempt(() => scanner.scan(...siblings));
    changes.flushed();
  };
  const observer = new MutationObserver((all) => {
    const records = all.filter(({ type }) => type !== 'attributes');
    if (records.length < all.length) changes.restyled();
    if (records.length === 0) return;
    const isRootReplaced = records.some(({ type, target }) => type === 'childList' && target === document);
    if (isRootReplaced) attempt(() => changes.rootReplaced());
    isAllChanged ||= isRootReplaced;
    for (const record of records) {
      changed.push(...changedBy(record));
      for (const node of record.addedNodes) if (isElement(node)) attempt(() => changes.added(node));
    }
    timer ??= setTimeout(flush, BATCH_MS);
  });
  const follow = (attributes: boolean): void =>
    observer.observe(root, { childList: true, characterData: true, subtree: true, attributes });
  follow(false);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { followAttributes: () => follow(true) };
}

function isWhole([first, last]: Siblings): boolean {
  return isConnected(first) && parentOf(first) === parentOf(last);
}

/** The nodes in or around which text has changed. */
function changedBy({ type, target, addedNodes, nextSibling, previousSibling }: MutationRecord): Siblings[] {
  if (target === document) return [];
  if (type === 'characterData') return [[target, target]];
  const first = addedNodes[0];
  if (first) return [[first, addedNodes[addedNodes.length - 1] as Node]];
  // The neighbours of a removed node are now adjacent.
  const beside = nextSibling ?? previousSibling ?? target;
  return [[beside, beside]];
}
