/** Names of papers in other catalogues, as pages and addresses write them. A page may write anything: what has not the form of a name is none. */
import type { KnownIds } from './paper.ts';

/** Longest DOI that is taken; the longest that are in use have some 130 characters. */
const LONGEST_DOI = 200;

const ARXIV = /^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})$/;
/** DOIs that arXiv gives to all it has: the paper's own number says as much. */
const ARXIV_DOI = /^10\.48550\/arxiv\./i;
/** What may stand in a DOI, after its registrant: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html, without what ends it in a text. */
const DOI = /^10\.\d{4,9}\/[^\s"'{}|\\^`]+$/;
/** An address as browsers write it: host, path, query. The core has no class for addresses. */
const ADDRESS = /^https?:\/\/([a-z0-9.-]+)(?::\d+)?(\/[^?#]*)?(\?[^#]*)?/;
const OPENREVIEW = /^[A-Za-z0-9_-]{8,16}$/;

/** "arXiv:2406.01234v2" as "2406.01234"; undefined for what is no number of arXiv. */
function arxivIdIn(text: string): string | undefined {
  const id = text
    .trim()
    .replace(/^arxiv:\s*/i, '')
    .replace(ARXIV_DOI, '')
    .replace(/v\d{1,3}$/, '');
  return ARXIV.test(id) ? id : undefined;
}

/** "https://doi.org/10.1145/ABC." as "10.1145/abc"; undefined for what is no DOI, and for arXiv's own. */
function doiIn(text: string): string | undefined {
  const doi = text
    .trim()
    .replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
    .replace(/[.,;]+$/, '')
    .toLowerCase();
  return DOI.test(doi) && doi.length <= LONGEST_DOI && !ARXIV_DOI.test(doi) ? doi : undefined;
}

/** The names that the address of a page has in it, where it is a page of one paper. */
export function idsInAddress(address: string): KnownIds {
  const [, name, pathname, search] = ADDRESS.exec(address) ?? [];
  if (name === undefined) return {};
  const host = name.replace(/^www\./, '');
  const path = decoded(pathname ?? '');
  if (host === 'openreview.net' && /^\/(?:forum|pdf)$/.test(path)) {
    return validIds({ openreview: /[?&]id=([^&]*)/.exec(search ?? '')?.[1] ?? '' });
  }
  if (/^(?:(?:[a-z0-9-]+\.)*arxiv\.org|alphaxiv\.org)$/.test(host)) {
    const [, id = ''] = /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(path) ?? [];
    return validIds({ arxiv: id });
  }
  if (host === 'huggingface.co') return validIds({ arxiv: /^\/papers\/([^/]+)\/?$/.exec(path)?.[1] ?? '' });
  if (/^(?:dx\.)?doi\.org$/.test(host)) return namesIn(path.slice(1));
  // Publishers: ".../doi/10.1145/1", ".../doi/abs/10.1145/1".
  return namesIn(/\/doi\/(?:[a-z]+\/)?(10\..+)$/.exec(path)?.[1] ?? '');
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

/** The host that an address names, as browsers write it; undefined for what is no web page. */
export function hostOf(address: string): string | undefined {
  return ADDRESS.exec(address)?.[1];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
