/** Pages of a paper in catalogues that know it by a name. */
import type { KnownIds } from './paper.ts';

/** A page that is about a paper. */
export interface KnownLink {
  site: string;
  url: string;
}

/** The pages to which known names of a paper lead: arXiv, then OpenReview, then the publisher. */
export function knownLinks({ arxiv, openreview, doi }: KnownIds = {}): KnownLink[] {
  return [
    ...(arxiv ? [{ site: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }] : []),
    ...(openreview
      ? [{ site: 'OpenReview', url: `https://openreview.net/forum?id=${encodeURIComponent(openreview)}` }]
      : []),
    ...(doi ? [{ site: 'DOI', url: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}` }] : []),
  ];
}
