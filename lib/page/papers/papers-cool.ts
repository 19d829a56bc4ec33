/** papers.cool and arxiv-sanity-lite: lists of arXiv papers with abstracts. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { validIds } from '../../core/model/known-ids.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { people, peopleIn } from './people-in-page.ts';
import type { SiteReader } from './site.ts';

/** The end of a paper's path: "2406.01234", "abc123@OpenReview". */
const PAPER_PATH = /\/(?:\d{4}\.\d{4,5}|[^/]+(?:@|%40)[^/]+)\/?$/;

/** Reads papers.cool. */
export const papersCool: SiteReader = {
  isListing: ({ hostname, pathname }) => hostname === 'papers.cool' && pathname !== '/' && !PAPER_PATH.test(pathname),
  listing: (page) => ({
    name: page.title,
    entries: all(page.root, '.paper[id]').filter((entry) => first(entry, '.title-link, h2')),
    read: (entry) => coolPaper(entry, page),
  }),
  paperLinks: 'a[href*="arxiv.org/"], .title-link',
  isPaper: ({ hostname, pathname }) => hostname === 'papers.cool' && PAPER_PATH.test(pathname),
  paper: (page) => {
    const entry = first(page.root, '.paper[id]');
    return entry ? coolPaper(entry, page) : {};
  },
};

function coolPaper(entry: Element, page: Page): PlainFields {
  return {
    ...ofPaper(entry.id, linksIn(entry, page)),
    title: textIn(first(entry, '.title-link')),
    authors: people(all(entry, '.authors a.author').map((name) => textIn(name))),
    abstract: textIn(first(entry, '.summary')),
    date: /\b(?:19|20)\d\d\b/.exec(textIn(first(entry, '.date-data')))?.[0] ?? '',
  };
}

/** Reads arxiv-sanity-lite. */
export const arxivSanity: SiteReader = {
  isListing: ({ hostname }) => /^(?:www\.)?arxiv-sanity(?:-lite)?\.com$/.test(hostname),
  listing: (page) => ({
    name: page.title,
    entries: all(page.root, '.rel_paper'),
    read: (entry) => ({
      ...ofPaper('', linksIn(entry, page)),
      title: textIn(first(entry, '.rel_title')),
      authors: peopleIn(textIn(first(entry, '.rel_authors'))),
      abstract: textIn(first(entry, '.rel_abs')),
    }),
  }),
  paperLinks: 'a[href*="arxiv.org/"]',
};

function linksIn(entry: Element, page: Page): string[] {
  return all(entry, 'a[href*="arxiv.org/"], a[href*="openreview.net/"], a[href*="aclanthology.org/"]').map((link) =>
    linkOf(link, page),
  );
}

function ofPaper(name: string, links: readonly string[]): PlainFields {
  const [id = ''] = [name, ...links.map((link) => idsInAddress(link).arxiv ?? '')].flatMap(
    (arxiv) => validIds({ arxiv }).arxiv ?? [],
  );
  return {
    title: '',
    arxiv: id,
    date: /^\d{4}\./.test(id) ? `20${id.slice(0, 2)}` : '',
    addresses: id ? [`https://arxiv.org/abs/${id}`] : links,
    type: id ? 'preprint' : undefined,
  };
}
