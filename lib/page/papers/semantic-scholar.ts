/**
 * Semantic Scholar: searches, authors, the library, papers. Its "TLDR" is machine-generated, and
 * not an abstract.
 */
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { people } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const isHere = ({ hostname }: URL): boolean => /^(?:www\.)?semanticscholar\.org$/.test(hostname);

/** Reads the pages of Semantic Scholar. */
export const semanticScholar: SiteReader = {
  isListing: (url) => isHere(url) && /^\/(?:search|author|me|topic|venue)(?:\/|$)/.test(url.pathname),
  listing,
  paperLinks: 'a[href*="/paper/"]',
  isPaper: (url) => isHere(url) && /^\/(?:reader|paper)\//.test(url.pathname),
  paper: ({ root }) => ({
    title: textIn(first(root, 'h1[data-test-id="paper-detail-title"]')),
    abstract: textIn(first(root, '[data-test-id="abstract-text"]')).replace(/\s*Collapse$/, ''),
  }),
};

function listing(page: Page): Listing {
  const query = page.url.searchParams.get('q');
  return {
    name: query ? `Semantic Scholar search: ${query}` : page.title,
    entries: all(page.root, 'a[href*="/paper/"]').filter(
      (link) =>
        first(link, '.cl-paper-title') || link.matches('[data-test-id="title-link"], [data-heap-id="paper_title"]'),
    ),
    read(link) {
      const entry = link.closest('.cl-paper-row, [data-paper-id]') ?? link.parentElement;
      const elsewhere = all(entry ?? link, 'a[href*="arxiv.org/"], a[href*="doi.org/"], a[href*="aclanthology.org/"]');
      return {
        title: textIn(link),
        authors: people(authorNames(entry)),
        venue: textIn(first(entry, '.cl-paper-venue, [data-test-id="normalized-venue-link"]')),
        date:
          /\b(?:19|20)\d\d\b/.exec(textIn(first(entry, '.cl-paper-pubdates, [data-test-id="paper-year"]')))?.[0] ?? '',
        addresses: [linkOf(link, page), ...elsewhere.map((other) => linkOf(other, page))],
      };
    },
  };
}

/**
 * Drops the last name of "Ada Lovelace, +3 authors, Emmy Noether", which does not follow the one
 * before it.
 */
function authorNames(entry: Element | null): string[] {
  if (!entry) return [];
  const lists = all(entry, '[data-test-id="author-list"]');
  const box = first(entry, '.cl-paper-authors') ?? lists[0] ?? entry;
  const parts = lists.length > 1 ? lists : all(box, 'a[href*="/author/"]');
  const names = parts.map((name) => textIn(name).replace(/^,\s*|\s*,$/g, '')).filter(Boolean);
  const isCut = /\+\s*\d+\s+authors?/i.test(textIn(box));
  const shown = names.filter((name) => !/^\+\s*\d+/.test(name));
  return isCut && shown.length > 1 ? shown.slice(0, -1) : shown;
}
