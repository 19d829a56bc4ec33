/** Notices what changes on a page. */
import type { PageMarks } from './page-marks.ts';
import type { PageScanner } from './page-scanner.ts';

/** How long changes are gathered before they are looked at, in milliseconds. */
const CALM = 100;

/** Attributes by which pages hide and show things. */
const HIDING = ['class', 'style', 'hidden', 'open'];

/** Beyond so many changed places at once the whole page is read again, which is quicker. */
const MANY = 1000;

/** The first and the last of siblings. */
type Siblings = [first: Node, last: Node];

/**
 * Has the scanner read what changes in `root` and the marks follow what is hidden and shown, until `signal` aborts. `added` is called
 * with each element that came new.
 */
export function watchPage(
  root: Document | ShadowRoot,
  scanner: PageScanner,
  marks: PageMarks,
  added: (element: Element) => void,
  signal: AbortSignal,
): void {
  let changed: Siblings[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    timer = undefined;
    const isWhole = ([first, last]: Siblings): boolean => first.isConnected && first.parentNode === last.parentNode;
    if (changed.length > MANY) scanner.scanAll();
    else for (const siblings of changed.filter(isWhole)) scanner.scan(...siblings);
    changed = [];
    marks.refresh();
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      changed.push(...changedBy(record));
      for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) added(node as Element);
    }
    timer ??= setTimeout(settle, CALM);
  });
  observer.observe(root, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: HIDING,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** The nodes around which a record says that text has changed. */
function changedBy({ type, target, addedNodes, nextSibling, previousSibling }: MutationRecord): Siblings[] {
  if (type === 'characterData') return [[target, target]];
  if (type !== 'childList') return [];
  const first = addedNodes[0];
  if (first) return [[first, addedNodes[addedNodes.length - 1] as Node]];
  // What stood beside a removed node now stands together.
  const beside = nextSibling ?? previousSibling ?? target;
  return [[beside, beside]];
}
