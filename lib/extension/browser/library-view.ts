/** The views of the library page, each with its own address. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { OPERATORS, type SortOrder } from '../../core/query/parse-query.ts';
import type { ListPlace } from '../../core/search/facet-counts.ts';

/** What the library shows. */
export interface LibraryView {
  query: string;
  /** Only papers of this digest. */
  digest: string | null;
  /** Only papers that are on the reading list, are not, or have this status. */
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
  /** The open paper. */
  paper: PaperId | null;
}

const places: ListPlace[] = ['yes', 'no', 'to-read', 'reading', 'read'];

/** The whole catalogue, unfiltered. */
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

/** The view in an address's query string; other parameters are ignored. */
export function viewOf(search: string): LibraryView {
  const params = new URLSearchParams(search);
  const saved = places.find((place) => place === params.get('saved'));
  const sort = params.get('sort');
  return {
    query: params.get('q') ?? '',
    digest: params.get('digest') || null,
    saved: saved ?? null,
    tag: params.get('tag') || null,
    year: /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : null,
    venue: params.get('venue') || null,
    code: params.get('code') === 'yes',
    sort: OPERATORS.sort.find((order) => order === sort) ?? 'relevance',
    paper: params.get('paper') || null,
  };
}

/** The query string for a view; empty for the whole library. */
export function searchOf({ query, digest, saved, tag, year, venue, code, sort, paper }: LibraryView): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  if (digest) params.set('digest', digest);
  if (saved) params.set('saved', saved);
  if (tag) params.set('tag', tag);
  if (year !== null) params.set('year', String(year));
  if (venue) params.set('venue', venue);
  if (code) params.set('code', 'yes');
  if (sort !== 'relevance') params.set('sort', sort);
  if (paper) params.set('paper', paper);
  const search = params.toString();
  return search && `?${search}`;
}

/** The address of a view. */
export function libraryAddress(view: Partial<LibraryView>): string {
  return browser.runtime.getURL('/library.html') + searchOf({ ...wholeLibrary, ...view });
}

/**
 * The address of the library with its dialog for adding papers: from the page in a tab, or else
 * from files.
 */
export function addingAddress(tabId?: number): string {
  return `${browser.runtime.getURL('/library.html')}?add${tabId === undefined ? '' : `=${tabId}`}`;
}

/**
 * What the library should add as it opens: papers from files (`?add`), or from the page in a tab
 * (`?add=12`); undefined for nothing.
 */
export function askedToAdd(search: string): { tab?: number } | undefined {
  const add = new URLSearchParams(search).get('add');
  if (add === null) return undefined;
  return /^\d+$/.test(add) ? { tab: Number(add) } : {};
}
