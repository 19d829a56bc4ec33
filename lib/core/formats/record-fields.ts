/** Makes records of the fields of bibliographies, whatever their format. */
import { idsInDoi, validIds } from '../model/known-ids.ts';
import type { Author, PaperRecord, WorkType } from '../model/record.ts';
import { isPubmedId } from '../model/record-ids.ts';
import { idsInAddress } from '../pages/external-ids.ts';
import { linksFromSources } from '../pages/paper-links.ts';
import { type FileRecord, limits, type RefusalReason } from './format-reader.ts';
import { cleanText } from './html-text.ts';

/** The fields of an entry as plain text; missing ones are empty. */
export interface PlainFields {
  title: string;
  abstract?: string;
  authors?: Author[];
  /** A year, or a date that begins with one. */
  date?: string;
  venue?: string;
  type?: WorkType | undefined;
  doi?: string;
  /** Text that may contain an arXiv id, in whatever form. */
  arxiv?: string;
  openreview?: string;
  pmid?: string;
  addresses?: readonly string[];
  /** Addresses that the entry itself declares to be code or a project, whatever their host. */
  code?: readonly string[];
  keywords?: readonly string[];
}

/** Hosts of code and project pages. */
const CODE =
  /^https:\/\/(?:[\w-]+\.)*(?:github\.com|github\.io|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co\/(?!papers\/))/i;
/**
 * An address whose host is a name. URL parsers read number-like hosts as IP addresses, which most
 * of them aren't.
 */
const LINK =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::(?:6[0-4]\d{3}|[1-5]?\d{1,4}))?(?:[/?#][^\s\p{Cc}\\<>"]*)?$/iu;
const ARXIV = /(?:arxiv(?:\.org\/(?:abs|pdf))?[:/\s]*|^)([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?!\d)/i;
const ACL =
  /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/((?:[A-Z]\d{2}-\d{4})|(?:\d{4}\.[a-z0-9-]+\.\d+))(?:[/.]|$)/;
const PUBMED = /^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d{1,9})\/?$/;
/** DOIs of the ACL Anthology contain its own id of the paper. */
const ACL_DOI = /^10\.18653\/v1\/((?:[a-z]\d{2}-\d{4})|(?:\d{4}\.[a-z0-9-]+\.\d+))$/;

/** Why a text can't be the title of a paper; undefined if it can. */
export function whyNoTitle(title: string): RefusalReason | undefined {
  return title.length > limits.title ? 'long-title' : undefined;
}

/** The record of an entry. */
export function recordOf(fields: PlainFields): FileRecord {
  const { title, abstract = '', authors = [], date = '', venue = '', type, keywords = [] } = fields;
  const year = Number(/(?:^|\D)(1[4-9]\d\d|20\d\d|21\d\d)(?!\d)/.exec(date)?.[1]);
  const [said, links] = [linksIn(fields.code ?? []), linksIn(fields.addresses ?? [])];
  const ids = idsOf(fields, links);
  const isCode = (link: string): boolean => isCodeAddress(link) || said.includes(link);
  const codeLinks = [...new Set([...links.filter(isCode), ...said])];
  // Ids lead to these pages: a program that writes an address for each id says nothing more by it.
  const named = new Set(linksFromSources({ said: ids }).map(({ url }) => url));
  const pages = links.filter((link) => !isCode(link) && !named.has(link));
  const words = [...new Set(keywords.map(cleanText).filter((word) => word !== '' && word.length <= 200))];
  const record: FileRecord = { title };
  if (abstract !== '' && abstract.length <= limits.field) record.abstract = abstract;
  if (authors.length > 0) record.authors = authors;
  if (year) record.year = year;
  if (venue !== '') record.venue = venue.slice(0, limits.title);
  if (type) record.type = type;
  if (Object.keys(ids).length > 0) record.ids = ids;
  if (pages.length > 0) record.links = pages;
  if (codeLinks.length > 0) record.codeLinks = codeLinks;
  if (words.length > 0) record.keywords = words.slice(0, limits.keywords);
  return record;
}

/**
 * Keywords without the reader's own tags: programs that have no field for tags put them among
 * keywords.
 */
export function keywordsBut(tags: readonly string[], keywords: readonly string[]): string[] {
  const own = new Set(tags.map(cleanText));
  return keywords.filter((keyword) => !own.has(cleanText(keyword)));
}

/** Whether an address is a code or project page, by its host. */
export function isCodeAddress(address: string): boolean {
  return CODE.test(address);
}

/** The addresses that can be opened, without repeats. */
function linksIn(addresses: readonly string[]): string[] {
  const secure = addresses.map((address) => cleanText(address).replace(/^http:/, 'https:'));
  return [...new Set(secure)].filter((address) => address.length <= 2_000 && LINK.test(address));
}

function idsOf(
  { doi = '', arxiv = '', openreview = '', pmid = '' }: PlainFields,
  links: readonly string[],
): NonNullable<PaperRecord['ids']> {
  const named = {
    // The first address counts.
    ...Object.assign({}, ...links.map(idsInAddress).reverse()),
    ...validIds({ arxiv: ARXIV.exec(arxiv)?.[1] ?? '', openreview }),
    ...idsInDoi(doi.trim()),
  };
  const acl =
    links.flatMap((link) => ACL.exec(link)?.[1] ?? [])[0] ?? ACL_DOI.exec(named.doi ?? '')?.[1]?.toUpperCase();
  const number = pmid.trim() || (links.flatMap((link) => PUBMED.exec(link)?.[1] ?? [])[0] ?? '');
  return {
    ...named,
    ...(acl && { acl: /^\d/.test(acl) ? acl.toLowerCase() : acl }),
    ...(isPubmedId(number) && { pmid: number }),
  };
}
