/** Links that look a paper up elsewhere by its title. They are opened only when the reader clicks. */

/** A place to look a paper up. */
export interface LookupLink {
  site: string;
  url: string;
}

/** Search pages for a title on arXiv, Hugging Face, Semantic Scholar and Google Scholar. */
export function lookupLinks(title: string): LookupLink[] {
  const query = encodeURIComponent(title);
  return [
    { site: 'arXiv', url: `https://arxiv.org/search/?searchtype=title&query=${query}` },
    { site: 'Hugging Face', url: `https://huggingface.co/papers?q=${query}` },
    { site: 'Semantic Scholar', url: `https://www.semanticscholar.org/search?q=${query}` },
    { site: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${query}` },
  ];
}
