/** The latest searches from which a paper was opened or saved, stored on this machine. */

import { LAST_VIEW } from './opening/last-view.ts';
import { forget, keep, kept } from './opening/page-memory.ts';

const KEY = 'recent-searches';
/** Used by earlier versions. */
const OLD_ABSTRACTS = 'last-abstracts';
const MAX_SEARCHES = 5;
/** Shorter ones are quicker to type again. */
const MIN_QUERY_LENGTH = 3;

/** The latest searches, most recent first. */
export function recentSearches(): string[] {
  const last = kept(KEY);
  return Array.isArray(last) ? last.filter((query) => typeof query === 'string') : [];
}

/** Remembers a search, in place of those that it extends. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked.length < MIN_QUERY_LENGTH) return;
  const others = recentSearches().filter((other) => !asked.startsWith(other));
  keep(KEY, [asked, ...others].slice(0, MAX_SEARCHES));
}

/** Forgets all searches, and the last views, which contain the last query. */
export function forgetSearches(): void {
  for (const name of [KEY, LAST_VIEW, OLD_ABSTRACTS]) forget(name);
  keep(KEY, []);
}
