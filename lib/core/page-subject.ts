/**
 * Which paper a page is about, and under what names it is known elsewhere. A page that mentions a paper, or lists several, is about
 * none. Strings in, names out.
 */
import { fold } from './fold.ts';
import { hostOf, idsInAddress, namesIn, validIds } from './known-ids.ts';
import type { KnownIds, PaperId } from './paper.ts';
import { paperIdOf } from './paper-id.ts';

/** What a page says of itself. */
export interface PageFacts {
  address: string;
  /** Where the page says that it really stands, or empty. */
  canonical: string;
  /** The document's title. */
  title: string;
  /** First-level headings. */
  headings: string[];
  /** Names, in small letters, and contents of the page's `<meta>` elements that say something of a work. */
  meta: [name: string, content: string][];
}

/** Names of a paper, by how sure they are. */
export interface LearnedIds {
  /** From the address of the page itself, at the site that gives these names. */
  own: KnownIds;
  /** Said by the page. */
  said: KnownIds;
}

/** What stands between a title and the name of a site. */
const SEPARATOR = /\s+[|\-–—·•:]\s+|\s*\|\s*/g;

/** Ids of the papers that the page may be about, the likeliest first: those of all titles that stand in a place of honour. */
export function candidatesFor(facts: PageFacts): PaperId[] {
  return [...new Set([...saidTitles(facts), ...shownTitles(facts)].map(paperIdOf))];
}

/**
 * The paper that a page is about, of those that are `catalogued`; undefined if it is about none, or about several. Metadata may be
 * those of the page before, on sites that load no new document, so they count only where the page shows the same title.
 */
export function subjectOf(facts: PageFacts, catalogued: (paperId: PaperId) => boolean): PaperId | undefined {
  const said = new Set(saidTitles(facts).map(fold));
  if (said.size > 1) return undefined;
  const ids = new Set(
    shownTitles(facts)
      .filter((title) => said.size === 0 || said.has(fold(title)))
      .map(paperIdOf)
      .filter(catalogued),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The names of the paper that a page is about. */
export function idsOf({ address, canonical, meta }: PageFacts): LearnedIds {
  const values = (pattern: RegExp): string[] =>
    meta.flatMap(([name, content]) => (pattern.test(name) ? [content] : []));
  const said = [
    sameHost(address, canonical) ? idsInAddress(canonical) : {},
    ...values(/^citation_arxiv_id$/).map((content) => validIds({ arxiv: content })),
    ...values(/^(?:citation_doi|bepress_citation_doi|prism\.doi|dcterms\.identifier|dc\.identifier(?:\.doi)?)$/).map(
      namesIn,
    ),
    ...values(/^citation_(?:pdf_url|abstract_html_url|public_url)$/).map((content) =>
      sameHost(address, content) ? idsInAddress(content) : {},
    ),
  ];
  // Any site can have "doi" in its addresses.
  const { doi = '', ...own } = idsInAddress(address);
  return { own, said: agreed([...said, namesIn(doi)]) };
}

/** Names on which all agree that give one. */
function agreed(all: KnownIds[]): KnownIds {
  const names: KnownIds = {};
  for (const kind of ['arxiv', 'doi', 'openreview'] as const) {
    const [first, ...others] = new Set(all.flatMap((ids) => ids[kind] ?? []));
    if (first !== undefined && others.length === 0) names[kind] = first;
  }
  return names;
}

/** The title of the work, as metadata say. */
function saidTitles({ meta }: PageFacts): string[] {
  return meta.flatMap(([name, content]) => (name === 'citation_title' && content.trim() ? [content] : []));
}

/** Titles that a reader sees, and what of them may be that of a paper: "[2406.01234] Title", "Title | Site", "Title: …". */
function shownTitles({ title, headings, meta }: PageFacts): string[] {
  const ofSite = meta.flatMap(([name, content]) => (name === 'og:title' ? [content] : []));
  return [...headings, ...ofSite, title]
    .map((text) => text.replace(/^\s*(?:\[[^\]]*\]|title:)\s*/i, ''))
    .flatMap((text) => [text, ...partsOf(text)])
    .filter((text) => fold(text) !== '');
}

function partsOf(text: string): string[] {
  return Array.from(text.matchAll(SEPARATOR)).flatMap(({ index, 0: separator }) => [
    text.slice(0, index),
    text.slice(index + separator.length),
  ]);
}

function sameHost(address: string, other: string): boolean {
  return hostOf(other) !== undefined && hostOf(address) === hostOf(other);
}
