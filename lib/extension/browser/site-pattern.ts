/** Which pages a reader means by "example.org", "*.example.org" or "example.org/path/*". */

/** Whether the page at `address` is among those that a pattern means. */
export function matchesPattern(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname, search } = new URL(address);
  const [host, path] = parted(pattern);
  const name = host.replace(/^\*\./, '');
  const isHost = hostname === name || (name !== host && hostname.endsWith(`.${name}`));
  return isHost && (!path || matchesPath(path, pathname) || matchesPath(path, pathname + search));
}

function matchesPath(pattern: string, path: string): boolean {
  // Piece by piece: a pattern made into a regular expression can take a page's time with many
  // stars.
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

/** A pattern's two parts: the host as far as the first slash, and the path from there on. */
function parted(text: string): [host: string, path: string] {
  const slash = text.indexOf('/');
  return slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash)];
}

/** Wrong input: says where, and what to do. */
export class PatternError extends Error {}

/**
 * What the reader has typed, or pasted from the address bar, as a pattern. Throws a
 * {@link PatternError} if it is none. Without a path it means all pages of the site; `*.` before
 * the name means the site and all below it; `*` in a path, anything.
 */
export function parsePattern(typed: string): string {
  const text = typed.trim();
  if (!text) throw new PatternError('Nothing is written here. Write a site, such as example.org.');
  const space = text.search(/\s/);
  if (space >= 0) throw new PatternError(`${at(space)} is a space. Write one site at a time, without spaces.`);
  const [, scheme, rest] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) as unknown as [string, string?, string?];
  if (scheme && !/^https?$/i.test(scheme)) {
    throw new PatternError(`“${scheme}://” is no address of a web page, and only those are marked. Leave it out.`);
  }
  const offset = text.length - (rest as string).length;
  const [host, path] = parted(rest as string);
  return parseHost(host, offset) + (path === '/' ? '' : path);
}

function parseHost(host: string, offset: number): string {
  if (!host) throw new PatternError(`${at(offset)} a site’s name is missing. Write one, such as example.org/path/*.`);
  if (host === '*' || host === '*.') {
    throw new PatternError('“*” alone would be every site. Choose “Nowhere” or “Only when I ask” for that.');
  }
  const below = host.startsWith('*.') ? '*.' : '';
  const name = host.slice(below.length);
  const star = name.indexOf('*');
  if (star >= 0) {
    throw new PatternError(
      `${at(offset + below.length + star)} is a “*”. In a site’s name it can only come first, before a dot: *.example.org.`,
    );
  }
  const colon = name.search(/:\d*$/);
  if (colon >= 0) {
    throw new PatternError(
      `${at(offset + below.length + colon)} begins a port. A site has the same switch on all ports: leave out “${name.slice(colon)}”.`,
    );
  }
  // The browser's own reading of names: capitals, letters of all scripts, addresses in numbers.
  const address = `https://${name}/`;
  const hostname = URL.canParse(address) && !/[@?#\\]/.test(name) ? new URL(address).hostname : '';
  if (!hostname || /^\.|\.\.|[^\p{L}\p{N}.:[\]_-]/u.test(name)) {
    throw new PatternError(`“${name}” is no site’s name. Write it as in the address bar: example.org.`);
  }
  return below + hostname;
}

function at(index: number): string {
  return `At character ${index + 1}`;
}
