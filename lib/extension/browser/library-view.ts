/** The views of the library page, each of which has its own address. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { OPERATORS, type SortOrder } from '../../core/query/parse-query.ts';
import type { ListPlace } from '../../core/search/facet-counts.ts';

/** What the library shows. */
export interface LibraryView {
  query: string;
  /** Only papers of this digest. */
  digest: string | null;
  /** Only papers on the reading list, off it, or with this status. */
  saved: ListPlace | null;
  /** Only papers with this tag. */
  tag: string | null;
  /** Only papers of this year. */
  year: number | null;
  /** Only papers of this venue, by its shorter name. */
  venue: string | null;
  /** Only papers with code. */
  code: boolean;
  sort: SortOrder;
  /** The paper that is open. */
  paper: PaperId | null;
}

const places: ListPlace[] = ['yes', 'no', 'to-read', 'reading', 'read'];

/** The whole catalogue, narrowed by nothing. */
export const wholeLibrary: LibraryView = {
  query: '',
  digest: null,
  saved: null,
  tag: null,
  year: null,
  venue: null,
  code: false,
  sort: 'relevance',
  paper: null,
};

/**
 * The view that an address names by what stands after its question mark; anything else that stands
 * there is left alone.
 */
export function viewOf(search: string): LibraryView {
  const asked = new URLSearchParams(search);
  const saved = places.find((place) => place === asked.get('saved'));
  const sort = asked.get('sort');
  return {
    query: asked.get('q') ?? '',
    digest: asked.get('digest') || null,
    saved: saved ?? null,
    tag: asked.get('tag') || null,
    year: /^\d{4}$/.test(asked.get('year') ?? '') ? Number(asked.get('year')) : null,
    venue: asked.get('venue') || null,
    code: asked.get('code') === 'yes',
    sort: OPERATORS.sort.find((order) => order === sort) ?? 'relevance',
    paper: asked.get('paper') || null,
  };
}

/**
 * What stands in an address from its question mark on, to name a view; empty for the whole library.
 */
export function searchOf({ query, digest, saved, tag, year, venue, code, sort, paper }: LibraryView): string {
  const named = new URLSearchParams();
  if (query) named.set('q', query);
  if (digest) named.set('digest', digest);
  if (saved) named.set('saved', saved);
  if (tag) named.set('tag', tag);
  if (year !== null) named.set('year', String(year));
  if (venue) named.set('venue', venue);
  if (code) named.set('code', 'yes');
  if (sort !== 'relevance') named.set('sort', sort);
  if (paper) named.set('paper', paper);
  const search = named.toString();
  return search && `?${search}`;
}

/** The address of a view. */
export function libraryAddress(view: Partial<LibraryView>): string {
  return browser.runtime.getURL('/library.html') + searchOf({ ...wholeLibrary, ...view });
}

/**
 * The address of the library that asks which papers to add: of the page in a tab, which it reads,
 * or else of files.
 */
export function addingAddress(tabId?: number): string {
  return `${browser.runtime.getURL('/library.html')}?add${tabId === undefined ? '' : `=${tabId}`}`;
}

/**
 * What the library is to add as it opens: papers from files (`?add`), or from the page in a tab
 * (`?add=12`); undefined for nothing.
 */
export function askedToAdd(search: string): { tab?: number } | undefined {
  const add = new URLSearchParams(search).get('add');
  if (add === null) return undefined;
  return /^\d+$/.test(add) ? { tab: Number(add) } : {};
}
