/**
 * Proceedings of Machine Learning Research: volumes and papers, made with
 * https://github.com/mlresearch/jekyll-theme.
 */
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const isHere = ({ hostname }: URL): boolean => hostname === 'proceedings.mlr.press';

/** Reads the pages of PMLR. */
export const pmlr: SiteReader = {
  isListing: (url) => isHere(url) && /^\/[vr]\d+\/?(?:index\.html)?$/.test(url.pathname),
  listing,
  paperLinks: 'a[href$=".html"][href*="/v"]',
  isPaper: (url) => isHere(url) && /^\/[vr]\d+\/[\w-]+\.html$/.test(url.pathname),
  paper: (page) => ({
    abstract: textIn(first(page.root, '#abstract')),
    addresses: all(page.root, 'a[href*="openreview.net/"]').map((link) => linkOf(link, page)),
  }),
};

function listing(page: Page): Listing {
  const heading = textIn(
    all(page.root, 'h2').find((title) => /^volume \d+/i.test(textIn(title))),
    '',
    300,
  );
  const bib = first(page.root, 'a[href$="bibliography.bib"]');
  return {
    name: heading ? `PMLR ${heading}` : page.title,
    entries: all(page.root, 'div.paper'),
    read(entry) {
      const links = all(entry, '.links a');
      const called = (pattern: RegExp): string =>
        linkOf(
          links.find((link) => pattern.test(textIn(link))),
          page,
        );
      return {
        title: textIn(first(entry, '.title')),
        authors: peopleIn(textIn(first(entry, '.authors'))),
        venue: textIn(first(entry, '.info i')),
        date: /\b(?:19|20)\d\d\b(?!.*\b(?:19|20)\d\d\b)/.exec(heading)?.[0] ?? '',
        type: 'conference',
        addresses: [called(/^abs/i), called(/openreview/i), called(/software|code/i)],
      };
    },
    ...(bib && { volumeBib: linkOf(bib, page) }),
  };
}
