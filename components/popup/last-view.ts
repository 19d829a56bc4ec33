/** What the popup showed last, shown again at once when it opens: before the database is open, and before the program has loaded. */

/** Where it is kept. The side panel has another shape, and its own. */
const KEY = `last-view${location.pathname}`;
/** Rows that fill the popup, and the one below: those that are kept, and those that are drawn at first. */
export const ROWS_IN_SIGHT = 8;

/** The view as it is kept. */
interface KeptView {
  query: string;
  html: string;
}

/** What the popup begins with. */
export interface FirstView {
  /** What stands in the search box: the last query, or what was typed since the view is there. */
  query: string;
  /** The list below the box, until there is a new one. */
  rows: readonly Node[];
}

/** Puts the last view into `root`, with the query selected: typing replaces it. */
export function showLastView(root: HTMLElement): void {
  const kept = readView();
  if (!kept) return;
  const { body } = new DOMParser().parseFromString(kept.html, 'text/html');
  root.append(...body.childNodes);
  const box = boxIn(root);
  if (!box) return;
  box.value = kept.query;
  box.focus();
  box.select();
}

/** What stands in the search box of the view in `root`. */
export function queryIn(root: HTMLElement): string {
  return boxIn(root)?.value ?? '';
}

/** The view in `root` as it is now. */
export function firstViewIn(root: HTMLElement): FirstView {
  const rows = root.querySelector('#panel-search .scroller')?.cloneNode(true).childNodes;
  return { query: queryIn(root), rows: [...(rows ?? [])] };
}

/** What the program's first frame doesn't have. With it the elements would not match, and all that follow would be made anew. */
const LATER = `[data-index]:nth-child(n + ${ROWS_IN_SIGHT + 1}), .over, .toast, .last-rows, .query-help, .panel:not(#panel-search)`;

/**
 * Keeps the view in `root` for the next time, with `query`: of the search only, with which the popup opens, and of its rows those that
 * were in sight. Nothing where storage is refused.
 */
export function keepView(root: Element, query: string): void {
  if (!root.querySelector('#panel-search[data-shown=true]')) return;
  const copy = root.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(LATER)) element.remove();
  // What is shown again is for the eye: it is not the answer yet, and can't be used.
  copy.querySelector('[aria-busy]')?.setAttribute('aria-busy', 'true');
  for (const list of copy.querySelectorAll('.rows')) {
    list.removeAttribute('aria-label');
    list.setAttribute('inert', '');
  }
  try {
    localStorage.setItem(KEY, JSON.stringify({ query, html: copy.innerHTML } satisfies KeptView));
  } catch {
    // It opens empty the next time.
  }
}

function readView(): KeptView | undefined {
  try {
    const { query, html } = JSON.parse(localStorage.getItem(KEY) ?? '') as Partial<KeptView>;
    return typeof query === 'string' && typeof html === 'string' ? { query, html } : undefined;
  } catch {
    return undefined;
  }
}

function boxIn(root: HTMLElement): HTMLInputElement | null {
  return root.querySelector('input[type=search]');
}
