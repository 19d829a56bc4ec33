/**
 * Shows the popup's last view as soon as it opens, before the database is open and the program has
 * loaded.
 */

import type { PaperId } from '../../../lib/core/model/paper.ts';
import { ROWS_IN_SIGHT } from '../../search/rows-in-sight.ts';
import { elementsFrom, type KeptNode, keptContent } from './kept-elements.ts';
import { keep, kept } from './page-memory.ts';

/** Prefix of the names under which views are stored. */
export const LAST_VIEW = 'last-view';

/** The storage key. The side panel has another layout, and so another view. */
const KEY = `${LAST_VIEW}${location.pathname}`;

/** A stored view. */
export interface KeptView {
  query: string;
  content: KeptNode[];
  /** Papers of its rows that must be read again. */
  papers: readonly PaperId[];
}

/** Puts the last view into `root`, with the query selected, so that typing replaces it. */
export function showLastView(root: HTMLElement, kept: KeptView): void {
  root.append(...elementsFrom(kept.content));
  const box = boxIn(root);
  if (!box) return;
  box.value = kept.query;
  box.focus();
  box.select();
}

/** The text in the search box of the view in `root`: the last query, or what was typed since. */
export function queryIn(root: HTMLElement): string {
  return boxIn(root)?.value ?? '';
}

/** A copy of the rows of the view in `root`. */
export function rowsIn(root: HTMLElement): Node[] {
  return [...(root.querySelector('#panel-search .scroller')?.cloneNode(true).childNodes ?? [])];
}

/**
 * Elements that the program's first render does not have: with them, it would have to recreate
 * others.
 */
const NOT_IN_FIRST_RENDER = `[data-index]:nth-child(n + ${ROWS_IN_SIGHT + 1}), .over, .toast-region, .last-rows, .query-help, .page-note, .panel:not(#panel-search)`;

/**
 * Stores the view in `root` for the next opening: only of the search, with which the popup opens,
 * and only the first rows. Does nothing without storage.
 */
export function keepView(root: Element, { query, papers }: Omit<KeptView, 'content'>): void {
  if (!root.querySelector('#panel-search[data-shown=true]')) return;
  const copy = root.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll(NOT_IN_FIRST_RENDER)) element.remove();
  // The stored view is not yet the current result, and an open paper is not stored.
  copy.querySelector('[aria-busy]')?.setAttribute('aria-busy', 'true');
  copy.querySelector('[inert]')?.removeAttribute('inert');
  keep(KEY, { query, content: keptContent(copy), papers: papers.slice(0, ROWS_IN_SIGHT) } satisfies KeptView);
}

/** The stored view; undefined if there is none. */
export function readLastView(): KeptView | undefined {
  const { query, content, papers = [] } = (kept(KEY) ?? {}) as Partial<KeptView>;
  return typeof query === 'string' && Array.isArray(content) ? { query, content, papers } : undefined;
}

function boxIn(root: HTMLElement): HTMLInputElement | null {
  return root.querySelector('input[type=search]');
}
