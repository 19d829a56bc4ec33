/** Who wrote a paper, and where and when it appeared, in as few words as Zotero uses. */
import type { Author } from './record.ts';

/** What a byline is made of. */
export interface Credited {
  authors?: readonly Author[] | undefined;
  year?: number | undefined;
  venue?: string | undefined;
  shortVenue?: string | undefined;
}

/** "Song et al. · ICLR 2021": only what is known; empty where nothing is. */
export function bylineOf({ authors, year, venue, shortVenue = venue }: Credited): string {
  return [creatorsOf(authors), dated(shortVenue, year)].filter(Boolean).join(' · ');
}

/** "ICLR 2021"; the year once, where the venue names it. */
export function dated(venue = '', year?: number): string {
  return year === undefined || venue.includes(String(year)) ? venue : `${venue} ${year}`.trim();
}

/** "Song", "Song and Ermon", "Song et al.". */
function creatorsOf(authors: readonly Author[] = []): string {
  const [first = '', second = ''] = authors.map(({ family }) => family);
  return authors.length > 2 ? `${first} et al.` : [first, second].filter(Boolean).join(' and ');
}

/** The names of most papers' authors; of more, as physics has them, the first say enough. */
const MAX_NAMED = 30;

/** All authors as they are read: "Yang Song, Stefano Ermon". */
export function authorsOf(authors: readonly Author[] = []): string {
  const names = authors.slice(0, MAX_NAMED).map(({ given, family }) => (given ? `${given} ${family}` : family));
  const others = authors.length - names.length;
  return names.join(', ') + (others > 0 ? ` and ${others} others` : '');
}
