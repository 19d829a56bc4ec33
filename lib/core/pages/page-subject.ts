/**
 * Which paper a page is about, and its ids in other catalogues. A page that mentions a paper, or
 * lists several, is about none. Strings in, ids out.
 */

import { idsInDoi, validIds } from '../model/known-ids.ts';
import { idKinds } from '../model/learned-ids.ts';
import type { ExternalIds, LearnedId, PaperId } from '../model/paper.ts';
import { paperIdOf } from '../model/paper-id.ts';
import { fold } from '../text/fold.ts';
import { hostOf, idsInAddress, idsProvenBy, isEncrypted } from './external-ids.ts';

/** What a page says of itself. */
export interface PageFacts {
  address: string;
  /** The page's canonical address, or empty. */
  canonical: string;
  /** The document's title. */
  title: string;
  /** First-level headings. */
  headings: string[];
  /** Names, in lower case, and contents of the page's `<meta>` elements that describe a work. */
  meta: [name: string, content: string][];
}

/** Separates a title from the name of a site. */
const SEPARATOR = /\s+[|\-–—·•:]\s+|\s*\|\s*/g;

/** Ids of the papers that the page may be about, likeliest first: those of all prominent titles. */
export function candidatesFor(facts: PageFacts): PaperId[] {
  return [...new Set([...saidTitles(facts), ...shownTitles(facts)].map(paperIdOf))];
}

/**
 * The paper that a page is about, of those that are `catalogued`; undefined if it is about none, or
 * several. On sites that load no new document, metadata may be those of the page before, so they
 * count only if the page shows the same title.
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

/**
 * What a page teaches of its paper: what its address proves, and hearsay, which is everything it
 * says itself. Claims of one kind that contradict each other are void. `day` is that of the visit.
 */
export function idsTaughtBy(facts: PageFacts, day: string): LearnedId[] {
  const name = hostOf(facts.address);
  if (name === undefined) return [];
  const host = isEncrypted(facts.address) ? name : `http://${name}`;
  const proven = idsProvenBy(facts.address);
  const inAddress = idsInAddress(facts.address);
  const claims = claimsOf(facts);
  return idKinds.flatMap((kind): LearnedId[] => {
    const proof = proven[kind];
    const said = [
      ...new Set((proof === undefined ? [inAddress, ...claims] : claims).flatMap((ids) => ids[kind] ?? [])),
    ];
    if (proof !== undefined && said.every((id) => id === proof)) {
      return [{ kind, id: proof, host, day, isProven: true }];
    }
    const [id, ...others] = said;
    // A path that continues after the id that the page claims: ".../10.1101/2020.01.01.123456v1".
    const isVoid = others.length > 0 || (proof !== undefined && !proof.startsWith(id ?? proof));
    return id === undefined || isVoid ? [] : [{ kind, id, host, day, isProven: false }];
  });
}

/** All ids that a page claims for its paper, apart from its address. */
function claimsOf({ address, canonical, meta }: PageFacts): ExternalIds[] {
  const values = (pattern: RegExp): string[] =>
    meta.flatMap(([name, content]) => (pattern.test(name) ? [content] : []));
  return [
    sameHost(address, canonical) ? idsInAddress(canonical) : {},
    ...values(/^citation_arxiv_id$/).map((content) => validIds({ arxiv: content })),
    ...values(/^(?:citation_doi|bepress_citation_doi|prism\.doi|dcterms\.identifier|dc\.identifier(?:\.doi)?)$/).map(
      idsInDoi,
    ),
    ...values(/^citation_(?:pdf_url|abstract_html_url|public_url)$/).map((content) =>
      sameHost(address, content) ? idsInAddress(content) : {},
    ),
  ];
}

/** The titles of the work in the metadata. */
function saidTitles({ meta }: PageFacts): string[] {
  return meta.flatMap(([name, content]) => (name === 'citation_title' && content.trim() ? [content] : []));
}

/**
 * Titles that a reader sees, and the parts of them that may be the paper's: "[2406.01234] Title",
 * "Title | Site", "Title: …".
 */
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
