/** Ids of papers in the addresses of their pages. */
import { idsInDoi, validIds } from '../model/known-ids.ts';
import type { ExternalIds } from '../model/paper.ts';

/** An address as browsers write it: scheme, host, port, path, query. The core has no URL class. */
const ADDRESS = /^(https?):\/\/([a-z0-9.-]+)(:\d+)?(?=[/?#]|$)(\/[^?#]*)?(\?[^#]*)?/;

/** What publishers put after a DOI in the paths of their pages. */
const VIEW_OF_PAPER = /(?:\/(?:full|fulltext|abstract|abs|pdf|epdf|html|meta|summary)|\.pdf)$/;
/**
 * Escapes in a path, except those of characters that some publishers escape in DOIs: they may hide
 * where an id begins or ends.
 */
const HIDING_ESCAPE = /%(?!28|29|3a|3b|3c|3e)/i;

/** The ids in an address, if it looks like that of a page about one paper. */
export function idsInAddress(address: string): ExternalIds {
  const { host, path, query } = partsOf(address) ?? {};
  if (host === undefined || path === undefined) return {};
  const plain = decoded(path);
  if (host === 'openreview.net' && /^\/(?:forum|pdf)$/.test(plain)) return validIds({ openreview: idIn(query ?? '') });
  if (/^(?:(?:[a-z0-9-]+\.)*arxiv\.org|alphaxiv\.org)$/.test(host)) {
    const [, id = ''] = /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(plain) ?? [];
    return validIds({ arxiv: id });
  }
  if (host === 'huggingface.co') return validIds({ arxiv: /^\/papers\/([^/]+)\/?$/.exec(plain)?.[1] ?? '' });
  if (/^(?:dx\.)?doi\.org$/.test(host)) return idsInDoi(plain.slice(1));
  // Publishers: ".../doi/10.1145/1", ".../doi/abs/10.1145/1".
  const [, doi = ''] = /\/doi\/(?:[a-z]+\/)?(10\..+?)\/?$/.exec(plain) ?? [];
  return idsInDoi(doi.replace(VIEW_OF_PAPER, ''));
}

/**
 * The ids that an address proves: those that a catalogue's own site puts into its addresses, and
 * the DOI that is the rest of a path. Without encryption anybody on the way can answer for the
 * page, so its address proves nothing.
 */
export function idsProvenBy(address: string): ExternalIds {
  const { scheme, host, port, path = '', query = '' } = partsOf(address) ?? {};
  if (scheme !== 'https' || port !== undefined || HIDING_ESCAPE.test(path)) return {};
  if (host === 'arxiv.org') return validIds({ arxiv: /^\/abs\/(.+)$/.exec(path)?.[1] ?? '' });
  if (host === 'openreview.net') return path === '/forum' ? validIds({ openreview: idIn(query) }) : {};
  const [, doi = ''] = /\/(10\.\d{4,9}\/.+?)\/?$/.exec(decoded(path)) ?? [];
  // If there is a second one in it, nothing tells where the first ends.
  if (/\/10\.\d{4,9}\//.test(doi)) return {};
  if (host === 'doi.org' || host === 'dx.doi.org')
    return path === `/${doi}` || decoded(path) === `/${doi}` ? idsInDoi(doi) : {};
  return validIds({ doi: doi.replace(VIEW_OF_PAPER, '') });
}

/**
 * The host of an address, as browsers write it, without "www."; undefined for anything but a web
 * page.
 */
export function hostOf(address: string): string | undefined {
  return partsOf(address)?.host;
}

/** Whether the address is of an encrypted page: nobody on the way could have answered for it. */
export function isEncrypted(address: string): boolean {
  return partsOf(address)?.scheme === 'https';
}

interface AddressParts {
  scheme: string;
  host: string;
  port: string | undefined;
  path: string | undefined;
  query: string | undefined;
}

function partsOf(address: string): AddressParts | undefined {
  const [, scheme, host, port, path, query] = ADDRESS.exec(address) ?? [];
  return scheme === undefined || host === undefined
    ? undefined
    : { scheme, host: host.replace(/^www\./, ''), port, path, query };
}

/** The `id` of a query; empty if there is none, or several. */
function idIn(query: string): string {
  const ids = [...query.matchAll(/[?&]id=([^&]*)/g)].map(([, id]) => id as string);
  return ids.length === 1 ? (ids[0] as string) : '';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
