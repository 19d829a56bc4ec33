/** A page's title, headings and metadata, for the rules that tell which paper it is about. */
import type { PageFacts } from '../core/pages/page-subject.ts';

/**
 * Reads them, as many as a page about a paper has. Self-contained, so that it can also be injected
 * into a page as text.
 */
export function pageFacts(): PageFacts {
  const cut = (text: string | null | undefined): string => (text ?? '').trim().slice(0, 500);
  const all = <Kind extends Element>(selector: string): Kind[] => [...document.querySelectorAll<Kind>(selector)];
  return {
    address: location.href,
    canonical: cut(all<HTMLLinkElement>('link[rel="canonical" i][href]')[0]?.href),
    title: cut(document.title),
    headings: all('h1')
      .slice(0, 8)
      .map((heading) => cut(heading.textContent)),
    meta: all<HTMLMetaElement>('meta[content]:is([name], [property])')
      .map((meta): [string, string] => [
        (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase(),
        cut(meta.content),
      ])
      .filter(([name]) => /^(?:citation_|bepress_citation_|dc\.|dcterms\.|prism\.|og:title$)/.test(name))
      .filter(([name]) => !/author|reference|keyword/.test(name))
      .slice(0, 40),
  };
}
