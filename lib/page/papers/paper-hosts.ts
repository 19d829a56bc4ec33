/** Addresses of papers on hosts that are known to have them. */
import { idsInAddress } from '../../core/pages/external-ids.ts';

/** Paths of papers, by the host without "www.". What is caught is the name of the paper there. */
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

/** The name of a paper in one catalogue or on one host. */
export interface PaperKey {
  /** A catalogue or a host: in one of them a paper has one name. */
  place: string;
  name: string;
}

/** What an address names, where it is that of a paper on a known host. */
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
