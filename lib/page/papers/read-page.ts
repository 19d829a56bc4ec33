/**
 * Reads the papers that a page is about or lists. Fetches nothing, and leaves the page as it is.
 */
import type { RefusalReason } from '../../core/formats/format-reader.ts';
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { aclAnthology } from './acl-anthology.ts';
import { arxiv } from './arxiv.ts';
import { cvf } from './cvf.ts';
import { dblp } from './dblp.ts';
import { type Page, textIn, UNKNOWN_HOST } from './elements.ts';
import { isOnGithub, readList } from './generic-list.ts';
import { googleScholar } from './google-scholar.ts';
import { huggingFace } from './hugging-face.ts';
import { openReview } from './openreview.ts';
import { PaperList } from './paper-list.ts';
import { paperOf } from './paper-page.ts';
import { arxivSanity, papersCool } from './papers-cool.ts';
import { pmlr } from './pmlr.ts';
import { proceedings } from './proceedings.ts';
import { isWithin } from './selected-part.ts';
import { semanticScholar } from './semantic-scholar.ts';
import type { SiteReader } from './site.ts';
import { virtualConference } from './virtual-conference.ts';

/** What was found in a page. */
export interface PagePapers {
  /** What the page is: a listing of papers, a page about one paper, or neither. */
  kind: 'listing' | 'paper' | 'none';
  /** Name for the source, e.g. "arXiv cs.LG, new", or the document's title. */
  name: string;
  /** The papers in the order of the page, each once. For kind 'paper' exactly one. */
  papers: RecordContent[];
  /** Entries that were recognised but can't be read: why, and the beginning of the entry. */
  refusals: { reason: RefusalReason; text: string }[];
  /** Address of a .bib of the whole volume, where the page offers one. */
  volumeBib?: string;
  /** Whether the page of a known site does not have the expected structure. */
  isUnreadable: boolean;
}

const sites: readonly SiteReader[] = [
  ...[arxiv, huggingFace, openReview, aclAnthology, pmlr, cvf, proceedings, virtualConference],
  ...[semanticScholar, dblp, papersCool, arxivSanity, googleScholar],
];

/**
 * Reads papers from a document. `address` is where it is, or was saved from. With a `selection`,
 * only what is within one of its ranges is read. Each step takes a few milliseconds at most, so
 * that the caller can work in slices. Never throws.
 */
export function* readPageInSteps(
  page: Document,
  address: string,
  selection?: readonly AbstractRange[],
): Generator<void, PagePapers> {
  const nothing: PagePapers = { kind: 'none', name: '', papers: [], refusals: [], isUnreadable: false };
  try {
    const root = page.documentElement;
    if (!root) return nothing;
    const url = urlOf(page, root, address);
    const title = textIn(root.querySelector('head > title')) || textIn(root.querySelector('title'));
    return yield* read({ root, url, title }, selection?.filter((range) => !range.collapsed) ?? []);
  } catch {
    // A page may name elements so that they shadow DOM properties, or surprise in other ways.
    return { ...nothing, isUnreadable: true };
  }
}

/** The address of a page. A saved file has it in a comment before the root, or in its head. */
function urlOf(page: Document, root: Element, address: string): URL {
  const comment = [...page.childNodes].find(
    ({ nodeType, nodeValue }) => nodeType === 8 && /saved from url/.test(nodeValue ?? ''),
  );
  const candidates = [
    address,
    /saved from url=\(\d+\)(\S+)/.exec(comment?.nodeValue ?? '')?.[1],
    root.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    root.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  const found = candidates.find((each) => each && /^https?:/i.test(each) && URL.canParse(each));
  return found ? new URL(found) : new URL(`https://${UNKNOWN_HOST}/`);
}

function* read(page: Page, selection: readonly AbstractRange[]): Generator<void, PagePapers> {
  const site = sites.find(({ isListing, isPaper }) => isListing?.(page.url) || isPaper?.(page.url));
  if (site?.isListing?.(page.url)) return yield* readListing(page, site, selection);
  const paper = isOnGithub(page) ? undefined : yield* paperOf(page, site);
  yield;
  const name = page.title.slice(0, 200);
  if (paper) return { kind: 'paper', name, papers: [paper], refusals: [], isUnreadable: false };
  if (site) return { kind: 'none', name, papers: [], refusals: [], isUnreadable: true };
  const { papers, refusals } = yield* readList(page, selection);
  return { kind: papers.length > 0 ? 'listing' : 'none', name, papers, refusals, isUnreadable: false };
}

function* readListing(page: Page, site: SiteReader, selection: readonly AbstractRange[]): Generator<void, PagePapers> {
  const { entries = [], read, name = '', volumeBib } = site.listing?.(page) ?? {};
  yield;
  const list = new PaperList();
  for (const entry of entries) {
    if (selection.length === 0 || isWithin(entry, selection)) {
      const fields: PlainFields | undefined = read?.(entry);
      if (fields) list.add(fields, entry);
    }
    yield;
  }
  const { papers, refusals } = list;
  const isUnreadable =
    papers.length === 0 &&
    selection.length === 0 &&
    (refusals.length > 0 || (site.paperLinks !== undefined && page.root.querySelector(site.paperLinks) !== null));
  return {
    kind: papers.length > 0 ? 'listing' : 'none',
    name: (name || page.title).slice(0, 200),
    papers,
    refusals: isUnreadable ? [] : refusals,
    ...(volumeBib && { volumeBib }),
    isUnreadable,
  };
}
