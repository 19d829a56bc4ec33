/**
 * The proceedings of NeurIPS, ICLR and MLSys: the same software in an older and a newer version.
 */
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const HOST = /^(?:(?:proceedings|papers)\.(?:neurips|nips|iclr|mlsys)\.cc|proceedings\.mlsys\.org)$/;
const PAPER_PATH = /\/hash\/|-Abstract|^\/paper\/\d+-/;
const VENUES: Record<string, string> = {
  iclr: 'International Conference on Learning Representations',
  mlsys: 'Proceedings of Machine Learning and Systems',
};

/** Reads the pages of these proceedings. */
export const proceedings: SiteReader = {
  isListing: ({ hostname, pathname }) => HOST.test(hostname) && !PAPER_PATH.test(pathname),
  listing,
  paperLinks: 'a[href*="/hash/"]',
  isPaper: ({ hostname, pathname }) => HOST.test(hostname) && PAPER_PATH.test(pathname),
  paper: () => ({ type: 'conference' }),
};

function listing(page: Page): Listing {
  const [year = ''] = /(?:19|20)\d\d/.exec(page.url.pathname) ?? [];
  const [, site = ''] = /(iclr|mlsys)/.exec(page.url.hostname) ?? [];
  const venue = VENUES[site] ?? 'Advances in Neural Information Processing Systems';
  return {
    name: `${venue}${year && ` ${year}`}`,
    entries: all(page.root, 'li'),
    read(entry) {
      const link = linkIn(entry);
      if (!link) return undefined;
      const address = linkOf(link, page);
      return {
        title: textIn(link),
        authors: peopleIn(textIn(first(entry, '.paper-authors') ?? first(entry, 'i'))),
        date: year || (/\/paper\/((?:19|20)\d\d)\//.exec(address)?.[1] ?? ''),
        venue,
        type: 'conference',
        addresses: [address],
      };
    },
  };
}

function linkIn(entry: Element): Element | null {
  // Years are links too: "/paper/2020".
  return all(entry, 'a[href]').find((link) => PAPER_PATH.test(link.getAttribute('href') ?? '')) ?? null;
}
