/**
 * Queries that name one paper instead of asking for words: an arXiv id, a DOI, an address, or a
 * file named after one.
 */
import { idsInDoi, validIds } from '../model/known-ids.ts';
import type { ExternalIds } from '../model/paper.ts';
import { idsInAddress } from '../pages/external-ids.ts';

/** One paper, as a reader pastes it. */
export interface PaperReference {
  /** Its label, to be shown: "arXiv 2406.01234". */
  label: string;
  /** Ids in other catalogues; none for the address of code or of a project. */
  ids: ExternalIds;
  /** The address of code, a project or another page about it, normalised. */
  place: string | undefined;
  /** A page about the paper. */
  url: string;
}

/** An address, with or without its scheme; the usual hosts of papers are recognised without one. */
const ADDRESS =
  /^(?:https?:\/\/\S+|(?:www\.)?(?:[a-z]+\.)?(?:arxiv\.org|alphaxiv\.org|doi\.org|openreview\.net|github\.com|gitlab\.com|huggingface\.co)\/\S+)$/i;

/** The paper that a query names; undefined for other queries. */
export function paperReference(query: string): PaperReference | undefined {
  const text = query
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/[,;.]+$/, '');
  if (/\s/.test(text.replace(/^(?:arxiv|doi|openreview|pmid):\s+/i, ''))) return undefined;
  if (ADDRESS.test(text)) return ofAddress(/^https?:/i.test(text) ? text : `https://${text}`);
  const named = /^openreview:\s*(.+)$/i.exec(text);
  if (named) return ofIds(validIds({ openreview: named[1] as string }));
  const [, pmid] = /^pmid:\s*(\d{1,9})$/i.exec(text) ?? [];
  if (pmid) return ofAddress(`https://pubmed.ncbi.nlm.nih.gov/${pmid}`);
  const file = fileName(text);
  return ofIds({ ...validIds({ arxiv: file ?? text }), ...idsInDoi(text) });
}

function ofAddress(address: string): PaperReference {
  // Hosts are case-insensitive; the rest may not be.
  const url = address.replace(/^https?:\/\/[^/]*/i, (origin) => origin.toLowerCase());
  return ofIds(idsInAddress(url)) ?? { label: url.replace(/^https?:\/\//, ''), ids: {}, place: placeOf(url), url };
}

function ofIds(ids: ExternalIds): PaperReference | undefined {
  const { arxiv, doi, openreview } = ids;
  const found = (label: string, url: string): PaperReference => ({ label, ids, place: undefined, url });
  if (arxiv) return found(`arXiv ${arxiv}`, `https://arxiv.org/abs/${arxiv}`);
  if (doi) return found(`DOI ${doi}`, `https://doi.org/${encodeURI(doi)}`);
  if (openreview) return found(`OpenReview ${openreview}`, `https://openreview.net/forum?id=${openreview}`);
  return undefined;
}

/**
 * "github.com/owner/name" for any address in that repository; other addresses without scheme, query
 * and fragment.
 */
export function placeOf(address: string): string {
  const place = address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  const [repository] = /^(?:github|gitlab)\.com\/[^/]+\/[^/]+/.exec(place) ?? [];
  return (repository ?? place).replace(/\.git$/, '');
}

/** Endings of files that are documents. */
const FILE_ENDING = /\.(?:pdf|ps|djvu|epub|html?|tex|bib|txt|md|docx?)$/i;

/** The name of a file without its folder and ending; undefined for anything else. */
export function fileName(text: string): string | undefined {
  if (!FILE_ENDING.test(text.trim()) || /^https?:/i.test(text)) return undefined;
  const [name = ''] = text.trim().replace(FILE_ENDING, '').split(/[\\/]/).slice(-1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The words of a file's name, without the numbers that reference managers, proceedings and browsers
 * put around them.
 */
export function wordsOfFile(name: string): string {
  const words = name
    .replace(/\s*\(\d+\)$/, '')
    .split(/[\s_+.]+|-(?=\D)/)
    .filter(Boolean);
  while (words.length > 1 && /^\d{3,}$/.test(words[0] as string)) words.shift();
  return words.join(' ');
}
