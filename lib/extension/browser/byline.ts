/** Who wrote a paper, and where and when it appeared, as short as in Zotero. */
import type { Author, Credited } from '../../core/model/record.ts';
import { t } from '../../words/words.ts';

/** "Song et al. · ICLR 2021", without unknown parts. */
export function bylineOf({ authors, year, venue, shortVenue = venue }: Credited): string {
  return [creatorsOf(authors), dated(shortVenue, year)].filter(Boolean).join(' · ');
}

/** "ICLR 2021". The year is left out if the venue includes it. */
export function dated(venue = '', year?: number): string {
  return year === undefined || venue.includes(String(year)) ? venue : `${venue} ${year}`.trim();
}

/** "Song", "Song and Ermon", "Song et al.". */
function creatorsOf(authors: readonly Author[] = []): string {
  const [first = '', second = ''] = authors.map(({ family }) => family);
  if (authors.length > 2) return t('shared.firstOfAuthors', { first });
  return first && second ? t('shared.twoAuthors', { first, second }) : first || second;
}
