/**
 * Hugging Face: daily, weekly, monthly and trending papers, and the page of a paper. The papers are
 * those shown; the embedded data, which may be those of the previous page, only add authors and
 * abstracts.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { validIds } from '../../core/model/known-ids.ts';
import { textAfterHeading } from './abstract-in-page.ts';
import { all, first, type Page, pathOf, textIn } from './elements.ts';
import { people } from './people-in-page.ts';
import type { Listing, SiteReader } from './site.ts';

/** Longer data are not parsed. */
const MAX_DATA_LENGTH = 20_000_000;

/** Reads the papers of Hugging Face. */
export const huggingFace: SiteReader = {
  isListing: ({ hostname, pathname }) =>
    hostname === 'huggingface.co' && /^\/papers(?:\/(?:date|week|month|trending)(?:\/.*)?)?\/?$/.test(pathname),
  listing,
  paperLinks: 'a[href*="/papers/"]:not([href*="/date"], [href*="/week"], [href*="/month"], [href*="/trending"])',
  isPaper: ({ hostname, pathname }) => hostname === 'huggingface.co' && /^\/papers\/\d{4}\.\d{4,5}\/?$/.test(pathname),
  paper,
};

function listing(page: Page): Listing {
  // A card has several links to its paper; the one in its heading has the title.
  const titled = all(page.root, ':is(h1, h2, h3, h4) a[href*="/papers/"]');
  const links = titled.length > 0 ? titled : all(page.root, 'a[href*="/papers/"]');
  // Parsed with the first entry, so that it has a step of its own.
  let dataById: Map<string, Data> | undefined;
  const name = textIn(first(page.root, 'main h1')) || page.title.split(' - ')[0] || 'Papers';
  const [, period = '', day = page.url.searchParams.get('date') ?? ''] =
    /^\/papers\/(\w+)(?:\/([\w-]+))?/.exec(page.url.pathname) ?? [];
  return {
    name: ['Hugging Face', name.replace(/ by .*$/s, ''), day || period].join(' ').trim(),
    entries: links,
    read(link) {
      const id = idIn(pathOf(link, page));
      if (id === undefined) return undefined;
      dataById ??= dataOf(page);
      const data = dataById.get(id);
      const shown = link.closest(HEADINGS) ? textIn(link) : '';
      return { ...fieldsOf(id, data), title: shown || textOf(data?.title) };
    },
  };
}

function paper(page: Page): Partial<PlainFields> {
  const id = idIn(page.url.pathname) ?? '';
  const data = dataOf(page).get(id);
  const fields = fieldsOf(id, data);
  return {
    ...fields,
    title: textIn(first(page.root, 'main h1')),
    // There may be a machine-generated summary between the heading and the abstract.
    abstract: fields.abstract || textAfterHeading(page.root, /^abstract$/i, /^AI-generated summary/i),
  };
}

const HEADINGS = 'h1, h2, h3, h4';

function idIn(path: string): string | undefined {
  return validIds({ arxiv: /^\/papers\/([^/]+)\/?$/.exec(path)?.[1] ?? '' }).arxiv;
}

type Data = Record<string, unknown>;

function fieldsOf(id: string, data: Data | undefined): PlainFields {
  const authors = Array.isArray(data?.authors) ? (data.authors as (Data | null)[]) : [];
  return {
    title: '',
    abstract: textOf(data?.summary),
    authors: people(authors.filter((author) => author?.hidden !== true).map((author) => textOf(author?.name))),
    date: textOf(data?.publishedAt).slice(0, 4) || `20${id.slice(0, 2)}`,
    type: 'preprint',
    arxiv: id,
    addresses: [
      `https://arxiv.org/abs/${id}`,
      `https://huggingface.co/papers/${id}`,
      textOf(data?.githubRepo),
      textOf(data?.projectPage),
    ],
  };
}

/** The papers in the page's embedded data, by their ids. */
function dataOf({ root }: Page): Map<string, Data> {
  const papers = new Map<string, Data>();
  for (const holder of all(
    root,
    '[data-props*="dailyPapers"], [data-props*="&quot;paper&quot;"], [data-props*=\'"paper"\']',
  ).slice(0, 20)) {
    const json = holder.getAttribute('data-props') ?? '';
    if (json.length > MAX_DATA_LENGTH) continue;
    const data = parsed(json);
    const list = Array.isArray(data?.dailyPapers) ? data.dailyPapers : [data];
    for (const item of list as (Data | null | undefined)[]) {
      const paper = item?.paper as Data | null | undefined;
      if (typeof paper?.id === 'string') papers.set(paper.id, { title: item?.title, ...paper });
    }
  }
  return papers;
}

function parsed(json: string): Data | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null ? (data as Data) : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}
