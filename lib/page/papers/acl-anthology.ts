/**
 * ACL Anthology: volumes, events, people. The structure is that of
 * https://github.com/acl-org/acl-anthology.
 */
import { all, first, linkOf, type Page, pathOf, textIn } from './elements.ts';
import { people } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const isHere = ({ hostname }: URL): boolean => /^(?:www\.)?aclanthology\.org$/.test(hostname);
/** Paths of papers: "/2024.acl-long.1/", "/P19-1001/". */
const PAPER_PATH = /^\/([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)\/?$/;

/** Reads the pages of the ACL Anthology. */
export const aclAnthology: SiteReader = {
  isListing: (url) => isHere(url) && /^\/(?:volumes|events|people|venues)\/./.test(url.pathname),
  listing,
  paperLinks: 'a[href*="-long."], a[href*="-main."], a[href*="-short."]',
  isPaper: (url) => isHere(url) && PAPER_PATH.test(url.pathname),
  paper: ({ root, url }) => ({
    addresses: [`https://aclanthology.org/${idIn(url.pathname)}/`],
    title: textIn(first(root, 'h2#title')),
    abstract: textIn(first(root, '.acl-abstract'), 'h5'),
  }),
};

function listing(page: Page): Listing {
  const abstracts = new Map(
    all(page.root, '[id^="abstract-"]').map((element) => [element.id.slice(9).toLowerCase(), element]),
  );
  const heading = textIn(first(page.root, 'h2#title, h2'), '.badge, small');
  const volume = page.url.pathname.startsWith('/volumes/') ? heading : '';
  const bibs = all(page.root, 'a[href$=".bib"]').filter((link) => /^\/volumes\//.test(pathOf(link, page)));
  // An event has several volumes, each with its own .bib.
  const bib = volume === '' ? undefined : bibs[0];
  return {
    name: heading ? `ACL Anthology: ${heading}` : page.title,
    entries: all(page.root, 'strong a[href]'),
    read(link) {
      const id = idIn(pathOf(link, page));
      if (id === '' || isFrontMatter(id, textIn(link))) return undefined;
      const entry = link.closest('.d-sm-flex') ?? link.closest('p, li, tr') ?? link.parentElement;
      const [, year = '', letterYear = ''] = /^(?:(\d{4})\.|[A-Z](\d\d)-)/.exec(id) ?? [];
      return {
        title: textIn(link),
        authors: people(all(entry ?? link, 'a[href*="/people/"]').map((name) => textIn(name))),
        abstract: textIn(abstracts.get(id.replaceAll('.', '--').toLowerCase())).replace(/^abstract\s*/i, ''),
        date: year || `${Number(letterYear) > 50 ? '19' : '20'}${letterYear}`,
        venue: volume,
        type: 'conference',
        addresses: [`https://aclanthology.org/${id}/`],
        doi: linkOf(first(entry, 'a[href*="doi.org/"]'), page),
      };
    },
    ...(bib && { volumeBib: linkOf(bib, page) }),
  };
}

function idIn(path: string): string {
  return PAPER_PATH.exec(path)?.[1] ?? '';
}

/** The first item of a volume is its front matter. */
function isFrontMatter(id: string, title: string): boolean {
  return (
    /^\d{4}\..*\.0$/.test(id) ||
    /^(?:W\d\d-\d\d00|[A-V]\d\d-\d000)$/.test(id) ||
    (id.endsWith('00') && /^proceedings of\b/i.test(title))
  );
}
