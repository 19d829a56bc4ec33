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
  // Piece by piece: a pattern made into a regular expression can take a page's time with many stars.
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
export function parted(text: string): [host: string, path: string] {
  const slash = text.indexOf('/');
  return slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash)];
}
