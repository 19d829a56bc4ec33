/** What the popup showed last, shown again at once when it opens: before the database is open, and before the program has loaded. */

import type { PaperId } from '../../lib/core/paper.ts';

/** Where it is kept. The side panel has another shape, and its own. */
const KEY = `last-view${location.pathname}`;
/**
 * Rows that are kept, and those that are drawn at first: as many as fill the popup, or what is higher, such as the side panel, at some 90 pixels
 * a row below the tabs and the search box. Those that nobody sees yet would take a keystroke's time.
 */
export const ROWS_IN_SIGHT = Math.max(6, Math.ceil((innerHeight - 125) / 90));

/** The view as it is kept. */
export interface KeptView {
  query: string;
  html: string;
  /** Papers of its rows that will have to be read again. */
  papers: readonly PaperId[];
  /** Its attributes (see attributesOf). */
  attributes: string;
}

/** Puts the last view into `root`, with the query selected: typing replaces it. */
export function showLastView(root: HTMLElement, kept: KeptView): void {
  const { body } = new DOMParser().parseFromString(kept.html, 'text/html');
  root.append(...body.childNodes);
  const box = boxIn(root);
  if (!box) return;
  box.value = kept.query;
  box.focus();
  box.select();
}

/** What stands in the search box of the view in `root`: the last query, or what was typed since the view is there. */
export function queryIn(root: HTMLElement): string {
  return boxIn(root)?.value ?? '';
}

/** Has the view in `root` say whether an answer is on its way. */
export function sayBusy(root: HTMLElement, isBusy: boolean): void {
  root.querySelector('[aria-busy]')?.setAttribute('aria-busy', String(isBusy));
}

/** A copy of the rows of the view in `root`. */
export function rowsIn(root: HTMLElement): Node[] {
  return [...(root.querySelector('#panel-search .scroller')?.cloneNode(true).childNodes ?? [])];
}

/** What the program's first frame doesn't have. With it the elements would not match, and all that follow would be made anew. */
const LATER = `[data-index]:nth-child(n + ${ROWS_IN_SIGHT + 1}), .over, .toast, .last-rows, .query-help, .panel:not(#panel-search)`;

/** Attributes that the program's first frame has with other values than a view may have had in the end. */
const AT_FIRST = [
  ['[inert]', 'inert', null],
  ['.toast-region', 'role', 'status'],
  ['#tab-this-page .tab-count', 'data-empty', 'true'],
  // What is shown again is not the answer yet. It is not inert: when that ends, the browser works out the style of every element in it anew.
  ['[aria-busy]', 'aria-busy', 'true'],
] as const;

/**
 * Keeps the view in `root` for the next time: of the search only, with which the popup opens, and of the rows those that were in sight.
 * Nothing where storage is refused.
 */
export function keepView(root: Element, { query, papers, attributes }: Omit<KeptView, 'html'>): void {
  if (!root.querySelector('#panel-search[data-shown=true]')) return;
  const copy = root.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(LATER)) element.remove();
  for (const [selector, name, value] of AT_FIRST) {
    const element = copy.querySelector(selector);
    if (value === null) element?.removeAttribute(name);
    else element?.setAttribute(name, value);
  }
  const kept: KeptView = { query, html: copy.innerHTML, papers: papers.slice(0, ROWS_IN_SIGHT), attributes };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // It opens empty the next time.
  }
}

/** The view that was kept; undefined if there is none. */
export function readLastView(): KeptView | undefined {
  try {
    const {
      query,
      html,
      papers = [],
      attributes = '',
    } = JSON.parse(localStorage.getItem(KEY) ?? '') as Partial<KeptView>;
    return typeof query === 'string' && typeof html === 'string' ? { query, html, papers, attributes } : undefined;
  } catch {
    return undefined;
  }
}

function boxIn(root: HTMLElement): HTMLInputElement | null {
  return root.querySelector('input[type=search]');
}
