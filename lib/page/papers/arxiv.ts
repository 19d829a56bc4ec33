/**
 * arXiv: listings (new, recent, a month, catchup), search, and pages of papers. For their structure
 * see the site's templates, https://github.com/arXiv/arxiv-browse and
 * https://github.com/arXiv/arxiv-search.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { people, peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const HOST = /^(?:(?:www|export|browse|ar5iv\.labs)\.)?arxiv\.org$/;

/** Reads the pages of arXiv. */
export const arxiv: SiteReader = {
  isListing: ({ hostname, pathname }) => HOST.test(hostname) && /^\/(?:list|catchup|search|a)(?:\/|$)/.test(pathname),
  listing: (page) => (/^\/search/.test(page.url.pathname) ? search(page) : list(page)),
  paperLinks: 'a[href*="/abs/"]',
  isPaper: ({ hostname, pathname }) => HOST.test(hostname) && /^\/(?:abs|html)\//.test(pathname),
  paper: (page) => ({
    ...(page.url.pathname.startsWith('/html/') ? htmlPaper(page) : abstractPage(page)),
    ...ofId(page.url.href),
  }),
};

function list(page: Page): Listing {
  const [, archive = '', period = ''] = /^\/(?:list|catchup)\/([^/]+)(?:\/([^/]+))?/.exec(page.url.pathname) ?? [];
  return {
    name: ['arXiv', [archive, period].filter(Boolean).join(', ')].join(' ').trim(),
    entries: all(page.root, 'dl > dt'),
    read(entry) {
      const link = first(entry, 'a[href*="/abs/"]');
      if (!link) return undefined;
      const said = entry.nextElementSibling;
      if (said?.localName !== 'dd') return { title: '' };
      return {
        ...ofId(linkOf(link, page)),
        title: textIn(first(said, '.list-title'), '.descriptor').replace(/^title:\s*/i, ''),
        authors: people(all(said, '.list-authors a').map((name) => textIn(name))),
        abstract: textIn(first(said, 'p.mathjax')),
      };
    },
  };
}

function search(page: Page): Listing {
  return {
    name: `arXiv search: ${page.url.searchParams.get('query') ?? page.url.searchParams.get('terms-0-term') ?? ''}`,
    entries: all(page.root, 'li.arxiv-result'),
    read: (entry) => ({
      ...ofId(linkOf(first(entry, 'a[href*="/abs/"]'), page)),
      title: textIn(first(entry, 'p.title')),
      authors: people(all(entry, 'p.authors a').map((name) => textIn(name))),
      // The last link of the abstract collapses it.
      abstract: textIn(first(entry, '.abstract-full'), 'a[onclick], a.is-size-7').replace(/\s*△ Less$/, ''),
      doi: linkOf(first(entry, '.tags a[href*="doi.org/"]'), page),
    }),
  };
}

function abstractPage({ root }: Page): Partial<PlainFields> {
  return {
    title: textIn(first(root, 'h1.title'), '.descriptor'),
    abstract: textIn(first(root, 'blockquote.abstract'), '.descriptor'),
  };
}

/** A paper as HTML made by LaTeXML. */
function htmlPaper({ root }: Page): Partial<PlainFields> {
  const notes = '.ltx_note, .ltx_ERROR, .ltx_title_abstract';
  return {
    title: textIn(first(root, 'h1.ltx_title_document'), notes),
    authors: all(root, '.ltx_authors .ltx_personname')
      .slice(0, 100)
      .map((name) => textIn(name, `${notes}, sup, .ltx_author_notes`))
      // Leaves out addresses and affiliations, which some papers' macros put among the names.
      .filter((name) => name.length < 200 && !/[@\d{}\\]|universit|institut|department|laborator/i.test(name))
      .flatMap(peopleIn),
    abstract: textIn(first(root, '.ltx_abstract'), notes),
  };
}

/** What follows from the id in an address: the id itself, and the year. */
function ofId(address: string): Partial<PlainFields> {
  const { arxiv: id } = idsInAddress(address);
  const [, digits] = /^(?:[a-zA-Z.-]+\/)?(\d\d)/.exec(id ?? '') ?? [];
  if (id === undefined || digits === undefined) return {};
  const century = Number(digits) >= 91 ? '19' : '20';
  return { arxiv: id, addresses: [`https://arxiv.org/abs/${id}`], date: `${century}${digits}`, type: 'preprint' };
}
