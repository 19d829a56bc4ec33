/** Notices what changes on a page. */
import { isConnected, isElement, parentOf } from './dom.ts';
import { attempt } from './faults.ts';
import type { PageScanner } from './page-scanner.ts';

/** How long changes are gathered before they are looked at, in milliseconds. */
const GATHERING_MS = 100;

/** Beyond so many changed places at once the whole page is read again, which is quicker. */
const MAX_PLACES = 1000;

/** The first and the last of siblings. */
type Siblings = [first: Node, last: Node];

/** Who hears of changes. */
export interface Changes {
  /** An element came new. */
  added(element: Element): void;
  /** Something changed, after a while. */
  settled(): void;
  /** A document's root element is another one: the document may have been opened again. */
  rootReplaced(): void;
  /** An attribute has changed, where {@link Watcher.followAttributes} was called. */
  restyled(): void;
}

/** Watches one tree. */
export interface Watcher {
  /** Hears of attributes too: any rule of a style sheet may go by them, and reach any element. */
  followAttributes(): void;
}

/**
 * Has the scanner read what changes in `root` until `signal` aborts. One observer hears of all:
 * each costs the page something for every node that it removes.
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

  const settle = (): void => {
    timer = undefined;
    // Taken before anything can go wrong.
    const [places, isAll] = [changed, isAllChanged || changed.length > MAX_PLACES];
    changed = [];
    isAllChanged = false;
    if (isAll) attempt(() => scanner.scanAll());
    else for (const siblings of places.filter(isWhole)) attempt(() => scanner.scan(...siblings));
    changes.settled();
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
    timer ??= setTimeout(settle, GATHERING_MS);
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

/** The nodes around which a record says that text has changed. */
function changedBy({ type, target, addedNodes, nextSibling, previousSibling }: MutationRecord): Siblings[] {
  if (target === document) return [];
  if (type === 'characterData') return [[target, target]];
  const first = addedNodes[0];
  if (first) return [[first, addedNodes[addedNodes.length - 1] as Node]];
  // What stood beside a removed node now stands together.
  const beside = nextSibling ?? previousSibling ?? target;
  return [[beside, beside]];
}
