/**
 * Google Scholar: results and profiles. It truncates abstracts, which are not read, and long lists
 * of authors.
 */
import { all, first, linkOf, type Page, textIn } from './elements.ts';
import { peopleIn } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

/** Reads the lists of Google Scholar. */
export const googleScholar: SiteReader = {
  isListing: ({ hostname, pathname }) =>
    /^scholar\.google\.[a-z.]+$/.test(hostname) && /^\/(?:scholar|citations)$/.test(pathname),
  listing,
  paperLinks: '[data-clk] , a[href*="citation_for_view"]',
};

function listing(page: Page): Listing {
  const isProfile = page.url.pathname === '/citations';
  return {
    name: page.title,
    entries: isProfile
      ? all(page.root, '.gsc_a_tr')
      : all(page.root, '.gs_ri').filter((entry) => first(entry, '.gs_rt')),
    read: isProfile ? (row) => profileRow(row) : (result) => resultOf(result, page),
  };
}

function resultOf(entry: Element, page: Page) {
  const link = first(entry, '.gs_rt a');
  // "[PDF]" or "[CITATION]" comes before the title.
  const title = textIn(link ?? first(entry, '.gs_rt'), '.gs_ctc, .gs_ctu, .gs_ct1, .gs_ct2');
  const [names = '', where = ''] = textIn(first(entry, '.gs_a')).split(/\s+-\s+/);
  return { ...wholeTitle(title), authors: peopleIn(names), ...place(where), addresses: [linkOf(link, page)] };
}

function profileRow(entry: Element) {
  const [names, where] = all(entry, '.gs_gray').map((line) => textIn(line));
  return { ...wholeTitle(textIn(first(entry, '.gsc_a_at'))), authors: peopleIn(names ?? ''), ...place(where ?? '') };
}

/** Drops a truncated title. */
function wholeTitle(title: string): { title: string } {
  return { title: /(?:…|\.\.\.)$/.test(title) ? '' : title };
}

function place(where: string): { venue: string; date: string } {
  const [, venue = '', date = ''] = /^(.*?),?\s*\b((?:19|20)\d\d)$/.exec(where) ?? ['', where];
  return { venue: /…|\.\.\./.test(venue) ? '' : venue, date };
}
