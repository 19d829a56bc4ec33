/**
 * The open access sites of the Computer Vision Foundation, and of ECVA, which has the same lists.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { people, peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

const HOST = /^(?:openaccess\.thecvf\.com|(?:www\.)?ecva\.net)$/;
const PAPER = /\/html\/.*\.(?:html|php)$/;

/** Reads the pages of CVF and ECVA. */
export const cvf: SiteReader = {
  isListing: ({ hostname, pathname }) => HOST.test(hostname) && !PAPER.test(pathname),
  listing,
  paperLinks: 'a[href$="_paper.html"], a[href*="/html/"]',
  isPaper: ({ hostname, pathname }) => HOST.test(hostname) && PAPER.test(pathname),
  paper,
};

function listing(page: Page): Listing {
  return {
    name: page.title,
    entries: all(page.root, 'dt').filter((entry) => first(entry, 'a[href*="/html/"]')),
    read(entry) {
      const link = first(entry, 'a[href*="/html/"]');
      const said = descriptions(entry);
      const names = said
        .flatMap((each) => all(each, 'input[name="query_author"]'))
        .map((name) => name.getAttribute('value') ?? '');
      const links = said
        .flatMap((each) => all(each, 'a[href]'))
        .filter((other) => /^(?:arxiv|project|code)/i.test(textIn(other)));
      return {
        ...ofCitation(said, linkOf(link, page)),
        title: textIn(link),
        authors: names.length > 0 ? people(names) : peopleIn(textIn(said[0], 'a, .bibref')),
        addresses: [linkOf(link, page), ...links.map((other) => linkOf(other, page))],
      };
    },
  };
}

/** The descriptions up to the next term. */
function descriptions(term: Element): Element[] {
  const found: Element[] = [];
  for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling) found.push(next);
  return found;
}

function paper({ root, url }: Page): Partial<PlainFields> {
  return {
    ...ofCitation([root], url.href),
    title: textIn(first(root, '#papertitle')),
    authors: peopleIn(textIn(first(root, '#authors i') ?? first(root, '#authors b') ?? first(root, '#authors'))),
    abstract: textIn(first(root, '#abstract')),
  };
}

/** Venue and year: from the BibTeX beside the paper, else from the address. */
function ofCitation(around: readonly Element[], address: string): Partial<PlainFields> {
  const bibtex = around.map((element) => textIn(first(element, '.bibref'))).find(Boolean) ?? '';
  const [, venue = ''] = /booktitle\s*=\s*\{([^{}]*)\}/.exec(bibtex) ?? [];
  const [, year] =
    /year\s*=\s*\{(\d{4})\}/.exec(bibtex) ?? /(?:_|\/|[A-Z])((?:19|20)\d\d)(?=[_/W])/.exec(address) ?? [];
  return { venue, date: year ?? '', type: 'conference' };
}
