/**
 * What the popup showed last, shown again at once when it opens: before the database is open, and
 * before the program has loaded.
 */

import type { PaperId } from '../../../lib/core/model/paper.ts';
import { ROWS_IN_SIGHT } from '../../search/rows-in-sight.ts';
import { type KeptNode, keptContent, madeOf } from './kept-elements.ts';
import { keep, kept } from './page-memory.ts';

/** How the names begin under which views are kept. */
export const LAST_VIEW = 'last-view';

/** Where it is kept. The side panel has another shape, and its own. */
const KEY = `${LAST_VIEW}${location.pathname}`;

/** The view as it is kept. */
export interface KeptView {
  query: string;
  content: KeptNode[];
  /** Papers of its rows that will have to be read again. */
  papers: readonly PaperId[];
}

/** Puts the last view into `root`, with the query selected: typing replaces it. */
export function showLastView(root: HTMLElement, kept: KeptView): void {
  root.append(...madeOf(kept.content));
  const box = boxIn(root);
  if (!box) return;
  box.value = kept.query;
  box.focus();
  box.select();
}

/**
 * What stands in the search box of the view in `root`: the last query, or what was typed since the
 * view is there.
 */
export function queryIn(root: HTMLElement): string {
  return boxIn(root)?.value ?? '';
}

/** A copy of the rows of the view in `root`. */
export function rowsIn(root: HTMLElement): Node[] {
  return [...(root.querySelector('#panel-search .scroller')?.cloneNode(true).childNodes ?? [])];
}

/**
 * What the program's first frame doesn't have: with it the elements would not match, and those
 * after it would be made again.
 */
const LATER = `[data-index]:nth-child(n + ${ROWS_IN_SIGHT + 1}), .over, .toast-region, .last-rows, .query-help, .page-note, .panel:not(#panel-search)`;

/**
 * Keeps the view in `root` for the next time: of the search only, with which the popup opens, and
 * of the rows those that were in sight. Nothing where storage is refused.
 */
export function keepView(root: Element, { query, papers }: Omit<KeptView, 'content'>): void {
  if (!root.querySelector('#panel-search[data-shown=true]')) return;
  const copy = root.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(LATER)) element.remove();
  // What is shown again is not the answer yet, and a paper that was open is not.
  copy.querySelector('[aria-busy]')?.setAttribute('aria-busy', 'true');
  copy.querySelector('[inert]')?.removeAttribute('inert');
  keep(KEY, { query, content: keptContent(copy), papers: papers.slice(0, ROWS_IN_SIGHT) } satisfies KeptView);
}

/** The view that was kept; undefined if there is none. */
export function readLastView(): KeptView | undefined {
  const { query, content, papers = [] } = (kept(KEY) ?? {}) as Partial<KeptView>;
  return typeof query === 'string' && Array.isArray(content) ? { query, content, papers } : undefined;
}

function boxIn(root: HTMLElement): HTMLInputElement | null {
  return root.querySelector('input[type=search]');
}
