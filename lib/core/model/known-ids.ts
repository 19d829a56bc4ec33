/**
 * Ids of papers in other catalogues. Pages and files may say anything, so malformed ids are
 * rejected.
 */
import type { ExternalIds } from './paper.ts';

/** The longest DOI that is taken; the longest in use have some 130 characters. */
const MAX_DOI_LENGTH = 200;
/** The longest text in which an id is looked for. */
const MAX_TEXT_LENGTH = 400;

const ARXIV = /^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})$/;
/** DOIs that arXiv gives to all its papers: they say no more than the arXiv id. */
const ARXIV_DOI = /^10\.48550\/arxiv\./i;
/**
 * ASCII letters, digits and the signs that DOIs use
 * (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). Other alphabets have
 * lookalikes of these; `%` and `?` mean something else in an address.
 */
const DOI = /^10\.\d{4,9}\/[-._;()/:<>[\]+&=,*!#@~$a-z0-9]+$/;
/** Path segments that browsers drop, which would leave another id. */
const DOT_SEGMENTS = /\.\.|\/\.(?:\/|$)/;
const OPENREVIEW = /^[A-Za-z0-9_-]{8,16}$/;

/** "arXiv:2406.01234v2" as "2406.01234"; undefined for anything but an arXiv id. */
function arxivIdIn(text: string): string | undefined {
  if (text.length > MAX_TEXT_LENGTH) return undefined;
  const id = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(ARXIV_DOI, '')
    .replace(/v\d{1,3}$/, '');
  return ARXIV.test(id) ? id : undefined;
}

/**
 * "https://doi.org/10.1145/ABC." as "10.1145/abc"; undefined for anything but a DOI, and for
 * arXiv's own.
 */
function doiIn(text: string): string | undefined {
  if (text.length > MAX_TEXT_LENGTH) return undefined;
  const doi = text
    .trim()
    .replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
    .replace(/[.,;]+$/, '')
    // Not toLowerCase: it turns letters of other alphabets, such as the Kelvin sign, into ASCII.
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return DOI.test(doi) && !DOT_SEGMENTS.test(doi) && doi.length <= MAX_DOI_LENGTH && !ARXIV_DOI.test(doi)
    ? doi
    : undefined;
}

/** The ids in a DOI: arXiv's own as an arXiv id. */
export function idsInDoi(doi: string): ExternalIds {
  const isArxiv = ARXIV_DOI.test(doi.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, ''));
  return isArxiv ? validIds({ arxiv: doi.replace(/^.*?(?=10\.48550)/i, '') }) : validIds({ doi });
}

/** The valid ones of these ids, normalised. */
export function validIds({ arxiv = '', doi = '', openreview = '' }: ExternalIds): ExternalIds {
  const [arxivId, doiName] = [arxivIdIn(arxiv), doiIn(doi)];
  return {
    ...(arxivId && { arxiv: arxivId }),
    ...(doiName && { doi: doiName }),
    ...(OPENREVIEW.test(openreview) && { openreview }),
  };
}
