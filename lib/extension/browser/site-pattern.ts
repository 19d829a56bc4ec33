/** Patterns of sites: "example.org", "*.example.org" or "example.org/path/*". */

/** Whether the page at `address` matches a pattern. */
export function matchesPattern(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname, search } = new URL(address);
  const [host, path] = splitPattern(pattern);
  const name = host.replace(/^\*\./, '');
  const isHost = hostname === name || (name !== host && hostname.endsWith(`.${name}`));
  return isHost && (!path || matchesPath(path, pathname) || matchesPath(path, pathname + search));
}

function matchesPath(pattern: string, path: string): boolean {
  // Piece by piece: as a regular expression, a pattern with many stars could backtrack for very
  // long.
  const [first, ...others] = pattern.split('*') as [string, ...string[]];
  const last = others.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let from = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return path.length - last.length >= from && path.endsWith(last);
}

/** Splits a pattern at its first slash into host and path. */
function splitPattern(text: string): [host: string, path: string] {
  const slash = text.indexOf('/');
  return slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash)];
}

/** Why an input is not a pattern, or not a new one. Positions are 1-based. */
export type PatternProblem =
  | { what: 'known'; pattern: string }
  | { what: 'empty' }
  | { what: 'space'; at: number }
  | { what: 'scheme'; scheme: string }
  | { what: 'no-host'; at: number }
  | { what: 'every-site' }
  | { what: 'star'; at: number }
  | { what: 'port'; at: number; port: string }
  | { what: 'no-name'; name: string };

/** Thrown for an invalid pattern. */
export class PatternError extends Error {
  readonly problem: PatternProblem;

  constructor(problem: PatternProblem) {
    super(`This is no pattern: ${problem.what}.`);
    this.problem = problem;
  }
}

/**
 * Parses what the reader has typed, or pasted from the address bar. Throws a {@link PatternError}
 * if it is not a pattern. Without a path it matches all pages of the site; `*.` adds all
 * subdomains; `*` in a path matches anything.
 */
export function parsePattern(typed: string): string {
  const text = typed.trim();
  if (!text) throw new PatternError({ what: 'empty' });
  const space = text.search(/\s/);
  if (space >= 0) throw new PatternError({ what: 'space', at: space + 1 });
  const [, scheme, rest] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) as unknown as [string, string?, string?];
  if (scheme && !/^https?$/i.test(scheme)) throw new PatternError({ what: 'scheme', scheme });
  const offset = text.length - (rest as string).length;
  const [host, path] = splitPattern(rest as string);
  return parseHost(host, offset) + (path === '/' ? '' : path);
}

function parseHost(host: string, offset: number): string {
  if (!host) throw new PatternError({ what: 'no-host', at: offset + 1 });
  if (host === '*' || host === '*.') throw new PatternError({ what: 'every-site' });
  const below = host.startsWith('*.') ? '*.' : '';
  const name = host.slice(below.length);
  const star = name.indexOf('*');
  if (star >= 0) throw new PatternError({ what: 'star', at: offset + below.length + star + 1 });
  const colon = name.search(/:\d*$/);
  if (colon >= 0) {
    throw new PatternError({ what: 'port', at: offset + below.length + colon + 1, port: name.slice(colon) });
  }
  // The browser normalises names: capitals, non-ASCII letters, numeric addresses.
  const address = `https://${name}/`;
  const hostname = URL.canParse(address) && !/[@?#\\]/.test(name) ? new URL(address).hostname : '';
  if (!hostname || /^\.|\.\.|[^\p{L}\p{N}.:[\]_-]/u.test(name)) {
    throw new PatternError({ what: 'no-name', name });
  }
  return below + hostname;
}
