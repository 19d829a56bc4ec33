/** The virtual sites of ICLR, ICML, NeurIPS, CVPR and others, which run the same software. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { all, first, linkOf, type Page, pathOf, textIn } from './elements.ts';
import { peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const HOST =
  /^(?:(?:www\.)?(?:iclr|icml|neurips|nips)\.cc|(?:virtual\.)?(?:mlsys|aistats)\.org|virtual\.aistats\.org|(?:cvpr|iccv|wacv)\.thecvf\.com|eccv\.ecva\.net)$/;
const EVENT = /^\/virtual\/\d{4}\/(?:poster|oral|spotlight|spotlight-poster|loc\/[^/]+\/(?:poster|oral))\/[\w-]+\/?$/;
const SITES: Record<string, string> = { nips: 'NeurIPS', neurips: 'NeurIPS', mlsys: 'MLSys' };

/** Reads the virtual sites of conferences. */
export const virtualConference: SiteReader = {
  isListing: ({ hostname, pathname }) =>
    HOST.test(hostname) && /^\/virtual\/\d{4}\//.test(pathname) && !EVENT.test(pathname),
  listing,
  paperLinks: 'a[href*="/poster/"], a[href*="/oral/"]',
  isPaper: ({ hostname, pathname }) => HOST.test(hostname) && EVENT.test(pathname),
  paper,
};

function listing(page: Page): Listing {
  const cards = all(page.root, '.displaycards');
  const where = venueOf(page);
  return {
    name: `${where.venue}: ${page.title}`,
    entries: cards.length > 0 ? cards : all(page.root, 'li, tr'),
    read(entry) {
      const link = eventIn(entry, page);
      if (!link || first(entry, 'li, tr')) return undefined;
      return {
        ...where,
        title: textIn(link),
        authors: peopleIn(textIn(first(entry, '.author-str, .authors'))),
        abstract: abstractOf(entry, page.root),
        addresses: [linkOf(link, page), ...openReviewIn(entry, page)],
      };
    },
  };
}

/** The link to the event with its title as text: others are pictures. */
function eventIn(entry: Element, page: Page): Element | undefined {
  const links = all(entry, 'a[href*="/virtual/"]').filter(
    (link) => EVENT.test(pathOf(link, page)) && textIn(link) !== '',
  );
  return links.find((link) => link.classList.contains('small-title')) ?? links[0];
}

function paper(page: Page): Partial<PlainFields> {
  const { root } = page;
  return {
    ...venueOf(page),
    title: textIn(first(root, 'h2.card-title, .event-title, h1.main-title, h2.main-title')),
    authors: peopleIn(textIn(first(root, 'h3.card-subtitle, .event-organizers, .author-str'))),
    abstract: abstractOf(root),
    addresses: openReviewIn(root, page).slice(0, 1),
  };
}

/**
 * The abstract of a card may be elsewhere, in an element with the number of the link that expands
 * it.
 */
function abstractOf(card: Element, root?: Element): string {
  const own = first(card, '#abstractExample, #abstract_details, .abstract-text-inner, .abstract-display, .abstract');
  const number = /-(\d+)$/.exec(first(card, 'a.abstract-link[id]')?.id ?? '')?.[1];
  const apart = number === undefined ? null : first(root, `[id="collapse-event-abstract-${number}"]`);
  return textIn(own ?? apart).replace(/^abstract:?\s*/i, '');
}

function openReviewIn(root: Element, page: Page): string[] {
  return all(root, 'a[href*="openreview.net/"]')
    .map((link) => linkOf(link, page))
    .filter((address) => idsInAddress(address).openreview !== undefined);
}

function venueOf({ url }: Page): { venue: string; date: string; type: 'conference' } {
  const [, site = ''] = /^(?:www\.|virtual\.)?([a-z]+)\./.exec(url.hostname) ?? [];
  const [, date = ''] = /^\/virtual\/(\d{4})/.exec(url.pathname) ?? [];
  return { venue: `${SITES[site] ?? site.toUpperCase()} ${date}`, date, type: 'conference' };
}
