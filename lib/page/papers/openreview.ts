/**
 * OpenReview: venues, searches, profiles, and forums. The structure is that of
 * https://github.com/openreview/openreview-web.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const isHere = ({ hostname }: URL): boolean => hostname === 'openreview.net';
const TITLE_LINK = ':is(h2, h3, h4, h5) a[href*="forum?id="]:not(.pdf-link, .html-link)';

/** Reads the pages of OpenReview. */
export const openReview: SiteReader = {
  isListing: (url) => isHere(url) && /^\/(?:group|search|profile|submissions|venue|$)/.test(url.pathname),
  listing,
  paperLinks: 'a[href*="forum?id="]',
  isPaper: (url) => isHere(url) && url.pathname === '/forum',
  paper,
};

function listing(page: Page): Listing {
  const ids = new Set<string>();
  return {
    name: `OpenReview ${textIn(first(page.root, '#header h1, .venue-header h1, main h1')) || page.title.replace(/\s*\|\s*OpenReview$/, '')}`,
    entries: all(page.root, TITLE_LINK).filter((link) => {
      const { openreview } = idsInAddress(linkOf(link, page));
      return openreview !== undefined && !ids.has(openreview) && ids.add(openreview);
    }),
    read(link) {
      // A note is the element around one title.
      const note = link.closest('.note') ?? link.closest('li') ?? link.parentElement?.parentElement;
      const marks = all(note ?? link, '.note-meta-info li, .note_content li').map((mark) => textIn(mark));
      const venue = marks.find((mark) => YEAR.test(mark) && !DATE.test(mark)) ?? '';
      return {
        ...ofLink(linkOf(link, page)),
        title: textIn(link),
        authors: peopleIn(textIn(first(note, '.note-authors'))),
        // A submission has not been published there.
        venue: /submi|withdrawn|reject|under review/i.test(venue)
          ? ''
          : venue.replace(/^(?:venue|published in)\s*:\s*/i, ''),
        date: (YEAR.exec(venue) ?? YEAR.exec(marks.find((mark) => DATE.test(mark)) ?? ''))?.[0] ?? '',
        // Present only while the details are expanded.
        abstract: abstractOf(note ?? link),
      };
    },
  };
}

const YEAR = /\b(?:19|20)\d\d\b/;
/** "Published: 16 Jan 2024, Last Modified: …", "19 May 2024 (modified: …)", "Readers: Everyone". */
const DATE = /publish|modif|readers|repl(?:y|ies)|\d{1,2} [A-Z][a-z]{2} \d{4}/i;

function paper({ root, url }: Page): Partial<PlainFields> {
  return {
    ...ofLink(url.href),
    title: textIn(first(root, '.forum-title h2, .forum-title')),
    authors: peopleIn(textIn(first(root, '.forum-authors'))),
    abstract: abstractOf(root),
  };
}

function abstractOf(note: Element): string {
  const label = all(note, '.note-content-field').find((field) => /^abstract/i.test(textIn(field)));
  return textIn(first(label?.parentElement, '.note-content-value'));
}

function ofLink(address: string): PlainFields {
  const { openreview = '' } = idsInAddress(address);
  return { title: '', openreview, ...(openreview && { addresses: [`https://openreview.net/forum?id=${openreview}`] }) };
}
