/** The latest searches that led somewhere. They stay in the browser's storage for this extension, on this machine. */

const KEY = 'recent-searches';
const MOST = 5;
/** Shorter ones are typed again sooner than found again. */
const SHORTEST = 3;

/** The latest searches, the last one first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers a search; it takes the place of one that it goes on from. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked.length < SHORTEST) return;
  const others = recentSearches().filter((other) => !asked.startsWith(other));
  store([asked, ...others].slice(0, MOST));
}

/** Forgets all of them. */
export function forgetSearches(): void {
  store([]);
}

function store(queries: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Without storage there is nothing to come back to.
  }
}
