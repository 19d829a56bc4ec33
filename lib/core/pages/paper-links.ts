/** Links to pages about a paper. */
import { validIds } from '../model/known-ids.ts';
import type { ExternalIds, Paper } from '../model/paper.ts';

/** A page that is about a paper. */
export interface PaperLink {
  site: string;
  url: string;
}

/**
 * Links of a paper's ids: arXiv, OpenReview, then the publisher. Malformed ids, which a list of an
 * earlier version may have, lead nowhere.
 */
export function linksOfIds(known: ExternalIds = {}): PaperLink[] {
  const { arxiv, openreview, doi } = validIds(known);
  return [
    ...(arxiv ? [{ site: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }] : []),
    ...(openreview
      ? [{ site: 'OpenReview', url: `https://openreview.net/forum?id=${encodeURIComponent(openreview)}` }]
      : []),
    ...(doi ? [{ site: 'DOI', url: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}` }] : []),
  ];
}

/**
 * Links of the ids and addresses that sources gave of a paper, without repeats; an address is named
 * by its host.
 */
export function linksFromSources({ said = {}, links = [] }: Pick<Paper, 'said' | 'links'>): PaperLink[] {
  const named = [
    ...linksOfIds(said),
    ...(said.acl ? [{ site: 'ACL Anthology', url: `https://aclanthology.org/${encodeURIComponent(said.acl)}/` }] : []),
    ...(said.pmid
      ? [{ site: 'PubMed', url: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(said.pmid)}/` }]
      : []),
  ];
  const given = links.map((url) => ({ site: url.replace(/^https:\/\/(?:www\.)?([^/?#]+).*$/s, '$1'), url }));
  const seen = new Set<string>();
  return [...named, ...given].filter(({ url }) => {
    const page = pageOf(url);
    return !seen.has(page) && seen.add(page);
  });
}

/** All links of a paper: by what its sources gave, and by what pages have proven. */
export function linksOf({ said, known, links }: Pick<Paper, 'said' | 'known' | 'links'>): PaperLink[] {
  return linksFromSources({ said: { ...said, ...known }, ...(links && { links }) });
}

/** Equal for addresses of the same page: an abstract and its PDF, with or without a version. */
function pageOf(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.|dx\.)?/, '')
    .replace(/^arxiv\.org\/pdf\//, 'arxiv.org/abs/')
    .replace(/(arxiv\.org\/abs\/.*?)(?:v\d+)?(?:\.pdf)?$/, '$1')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** A place to look a paper up. */
export interface LookupLink {
  site: string;
  url: string;
}

/** Search pages for a title on arXiv, Hugging Face, Semantic Scholar and Google Scholar. */
export function lookupLinks(title: string): LookupLink[] {
  // Lone surrogates, which a file may have, can't be encoded.
  const query = encodeURIComponent(title.toWellFormed());
  return [
    { site: 'arXiv', url: `https://arxiv.org/search/?searchtype=title&query=${query}` },
    { site: 'Hugging Face', url: `https://huggingface.co/papers?q=${query}` },
    { site: 'Semantic Scholar', url: `https://www.semanticscholar.org/search?q=${query}` },
    { site: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${query}` },
  ];
}
