/** Recognises addresses of papers. */
import { idsInAddress } from '../../core/pages/external-ids.ts';

/**
 * Known hosts without "www.", with the paths of papers; the group captures the paper's name there.
 */
const PATHS: readonly [RegExp, RegExp][] = [
  [
    /^(?:aclanthology\.org|aclweb\.org)$/,
    /^\/(?:anthology\/)?([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)(?:v\d+)?(?:\.pdf)?\/?$/,
  ],
  [/^proceedings\.mlr\.press$/, /^\/([vr]\d+\/[\w-]+)(?:\.html|\.pdf|\/[\w-]+\.pdf)$/],
  [/^(?:openaccess\.thecvf\.com|ecva\.net)$/, /\/(?:html|papers?)\/(.+?)(?:_paper)?(?:\.html|\.php|\.pdf)$/],
  [
    /^(?:papers|proceedings)\.(?:nips|neurips|iclr|mlsys)\.cc$/,
    /\/(?:hash|file|paper)\/(\w[\w-]*?)(?:-(?:Abstract|Paper|Metadata).*)?(?:\.html|\.pdf)?$/,
  ],
  [/^jmlr\.org$/, /^\/(?:papers\/(?:volume|v)\d+|beta\/papers)\/([\w-]+)/],
  [/^ieeexplore\.ieee\.org$/, /^\/(?:abstract\/)?document\/(\d+)/],
  [/^(?:link\.springer\.com)$/, /^\/(?:article|chapter)\/(10\.\d+\/[\w.()-]+)/],
  [/^nature\.com$/, /^\/articles\/([\w-]+)/],
  [/^sciencedirect\.com$/, /^\/science\/article\/(?:abs\/)?pii\/(\w+)/],
  [/^(?:biorxiv|medrxiv)\.org$/, /^\/content\/(?:10\.\d+\/)?([\d.]+)/],
  [/^semanticscholar\.org$/, /^\/paper\/(?:.*\/)?(\w{20,})/],
  [/^(?:ijcai\.org)$/, /^\/proceedings\/(\d{4}\/\d+)/],
  [/^ojs\.aaai\.org$/, /\/article\/view\/(\d+)/],
  [/^usenix\.org$/, /\/presentation\/([\w-]+)/],
  [/^isca-(?:speech|archive)\.org$/, /\/([\w-]+_\d{2}\w*|\w+\d{2}\w?_[a-z]+)\.(?:html|pdf)$/],
  [/^(?:hal\.science|hal\.archives-ouvertes\.fr)$/, /^\/((?:hal|tel|inria)-\d+)/],
  [/^(?:pubmed\.ncbi\.nlm\.nih\.gov)$/, /^\/(\d+)\/?$/],
];

/** Identifies a paper in one catalogue or on one host. */
export interface PaperKey {
  /** A catalogue or a host; in each a paper has one name. */
  place: string;
  name: string;
}

/** The paper at an address; undefined unless it is on a known host. */
export function paperKey(address: string): PaperKey | undefined {
  const { arxiv, openreview, doi } = idsInAddress(address);
  if (arxiv) return { place: 'arxiv', name: arxiv };
  if (openreview) return { place: 'openreview', name: openreview };
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  for (const [known, path] of PATHS) {
    if (!known.test(host)) continue;
    const [, name] = path.exec(pathname) ?? [];
    if (name) return { place: host, name };
  }
  return doi ? { place: 'doi', name: doi } : undefined;
}

/** Whether an address looks like that of a paper on any host. */
export function isPaperish(address: string): boolean {
  return /\.pdf(?:$|[?#])|\/article\/view\/\d|\/(?:papers?|publications?|preprints?|contribution\w*)[/_.?-]/i.test(
    address,
  );
}
