/** DBLP: people, venues, searches. It has no abstracts. */
import type { WorkType } from '../../core/model/record.ts';
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { people } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const HOST = /^(?:www\.)?dblp(?:\.org|\.uni-trier\.de|\.dagstuhl\.de|\d?\.uni-trier\.de)$/;
const TYPES: readonly [string, WorkType][] = [
  ['informal', 'preprint'],
  ['inproceedings', 'conference'],
  ['article', 'article'],
  ['incollection', 'chapter'],
  ['book', 'book'],
  ['phdthesis', 'thesis'],
];

/** Reads the lists of DBLP. */
export const dblp: SiteReader = {
  isListing: ({ hostname, pathname }) => HOST.test(hostname) && /^\/(?:pid|pers|db|search|rec)(?:\/|$)/.test(pathname),
  listing,
  paperLinks: 'cite, li[id^="conf/"], li[id^="journals/"]',
};

function listing(page: Page): Listing {
  return {
    name: page.title,
    entries: all(page.root, '.entry').filter((entry) => first(entry, 'cite') && !isVolume(entry)),
    read(entry) {
      const cite = first(entry, 'cite') as Element;
      const links = all(entry, 'nav.publ a[href]')
        .map((link) => linkOf(link, page))
        .filter((address) =>
          /^https?:\/\/(?:(?:dx\.)?doi\.org|arxiv\.org|openreview\.net|aclanthology\.org)\//.test(address),
        );
      return {
        title: textIn(first(cite, '[itemprop~="name"].title, .title')).replace(/\.$/, ''),
        authors: people(all(cite, '[itemprop~="author"] [itemprop~="name"]').map((name) => textIn(name))),
        date:
          first(cite, 'meta[itemprop="datePublished"]')?.getAttribute('content') ??
          textIn(first(cite, '[itemprop="datePublished"]')),
        venue: textIn(first(cite, '[itemprop~="isPartOf"] [itemprop~="name"]')),
        type: TYPES.find(([name]) => entry.classList.contains(name))?.[1],
        addresses: [...new Set(links)],
      };
    },
  };
}

/** Whether an entry is a volume, which is listed among its papers: "conf/nips/2024". */
function isVolume(entry: Element): boolean {
  return entry.classList.contains('editor') || /^conf\/[^/]+\/(?:19|20)\d\d(?:-\d+|[a-z]{0,4})$/.test(entry.id);
}
