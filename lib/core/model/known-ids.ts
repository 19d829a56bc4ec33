/**
 * Names of papers in other catalogues. Pages and files may say anything: what does not have the
 * form of a name is none.
 */
import type { KnownIds } from './paper.ts';

/** Longest DOI that is taken; the longest that are in use have some 130 characters. */
const LONGEST_DOI = 200;
/** Longest text in which a name is looked for. */
const LONGEST_TEXT = 400;

const ARXIV = /^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})$/;
/** DOIs that arXiv gives to all it has: the paper's own number says as much. */
const ARXIV_DOI = /^10\.48550\/arxiv\./i;
/**
 * ASCII letters, digits and the signs of DOIs that are in use
 * (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). Other alphabets have
 * letters that look like these, `%` and `?` mean something else in an address.
 */
const DOI = /^10\.\d{4,9}\/[-._;()/:<>[\]+&=,*!#@~$a-z0-9]+$/;
/** Parts of a path that browsers drop: what is left would be another name. */
const DOTS = /\.\.|\/\.(?:\/|$)/;
const OPENREVIEW = /^[A-Za-z0-9_-]{8,16}$/;

/** "arXiv:2406.01234v2" as "2406.01234"; undefined for what is no number of arXiv. */
function arxivIdIn(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const id = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(ARXIV_DOI, '')
    .replace(/v\d{1,3}$/, '');
  return ARXIV.test(id) ? id : undefined;
}

/**
 * "https://doi.org/10.1145/ABC." as "10.1145/abc"; undefined for what is no DOI, and for arXiv's
 * own.
 */
function doiIn(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const doi = text
    .trim()
    .replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
    .replace(/[.,;]+$/, '')
    // Not toLowerCase: letters of other alphabets, such as the Kelvin sign, become ASCII there.
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return DOI.test(doi) && !DOTS.test(doi) && doi.length <= LONGEST_DOI && !ARXIV_DOI.test(doi) ? doi : undefined;
}

/** A DOI as a name: arXiv's own as its number. */
export function namesIn(doi: string): KnownIds {
  const isArxiv = ARXIV_DOI.test(doi.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, ''));
  return isArxiv ? validIds({ arxiv: doi.replace(/^.*?(?=10\.48550)/i, '') }) : validIds({ doi });
}

/** What of these are names, as they are kept. */
export function validIds({ arxiv = '', doi = '', openreview = '' }: KnownIds): KnownIds {
  const [arxivId, doiName] = [arxivIdIn(arxiv), doiIn(doi)];
  return {
    ...(arxivId && { arxiv: arxivId }),
    ...(doiName && { doi: doiName }),
    ...(OPENREVIEW.test(openreview) && { openreview }),
  };
}
