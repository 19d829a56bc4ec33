/**
 * The latest searches that led somewhere. They stay in the browser's storage for this extension, on
 * this machine.
 */

import { LAST_VIEW } from './opening/last-view.ts';
import { forget, keep, kept } from './opening/page-memory.ts';

const KEY = 'recent-searches';
/** Earlier versions kept what ranked the last query's answers. */
const OLD_ABSTRACTS = 'last-abstracts';
const MAX_SEARCHES = 5;
/** Shorter ones are typed again sooner than found again. */
const MIN_LENGTH = 3;

/** The latest searches, the last one first. */
export function recentSearches(): string[] {
  const last = kept(KEY);
  return Array.isArray(last) ? last.filter((query) => typeof query === 'string') : [];
}

/** Remembers a search; it takes the place of one that it goes on from. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked.length < MIN_LENGTH) return;
  const others = recentSearches().filter((other) => !asked.startsWith(other));
  keep(KEY, [asked, ...others].slice(0, MAX_SEARCHES));
}

/** Forgets all of them, and the last views, which hold the last query. */
export function forgetSearches(): void {
  for (const name of [KEY, LAST_VIEW, OLD_ABSTRACTS]) forget(name);
  keep(KEY, []);
}
