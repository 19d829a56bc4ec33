/** Links to code and project pages in an abstract. */

/** A host with a dot in it, and path, query and fragment. */
const HOST_AND_REST = /^https?:\/\/(?:www\.)?([\w-]+(?:\.[\w-]+)+(?::\d+)?)(.*)$/i;

/**
 * The distinct links of a text, in order, without what digests leave on them: the full stop of the
 * sentence, a remnant of TeX's `\url{…}` or `\href{…}{…}`, the same address once more.
 * `a.https://x.org/a.https://x.org/a.` holds one link.
 */
export function codeLinks(text: string): string[] {
  const links = new Map<string, string>();
  for (const [run] of text.matchAll(/https?:\/\/[^\s{}<>"'`|\\^]+/g)) {
    for (const raw of run.split(/(?=https?:\/\/)/)) {
      const link = cleanLink(raw);
      if (link && !links.has(keyOf(link))) links.set(keyOf(link), link);
    }
  }
  return [...links.values()];
}

function cleanLink(raw: string): string | undefined {
  let link = raw.replace(/[.,;:!?'*~]+$/, '');
  while (link.endsWith(')') && count(link, ')') > count(link, '(')) link = link.slice(0, -1).replace(/[.,;:]+$/, '');
  if (!HOST_AND_REST.test(link)) return undefined;
  return link.replace(/^http:\/\/(?=(?:www\.)?github\.com\/)/, 'https://');
}

/**
 * Equal for addresses that differ only in scheme, case of the host, "www." or a trailing slash,
 * which lead to the same page.
 */
function keyOf(link: string): string {
  const [, host = '', rest = ''] = HOST_AND_REST.exec(link) ?? [];
  return host.toLowerCase() + rest.replace(/(?:\.git)?\/*$/, '');
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
