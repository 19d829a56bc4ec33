/** Papers as CSL-JSON: https://github.com/citation-style-language/schema, csl-data.json. */
import { addressesOf, type ExportedPaper, onOneLine } from './exported-paper.ts';

/** Papers as an array of CSL items. */
export function writeCsl(papers: readonly ExportedPaper[]): string {
  return `${JSON.stringify(papers.map(itemOf), undefined, 2)}\n`;
}

function itemOf({ paper, entry, key }: ExportedPaper): object {
  const { arxiv, doi, openreview } = paper.known ?? {};
  const [url, ...others] = addressesOf(paper);
  const tags = entry?.tags ?? [];
  const custom = { ...(openreview && { openreview }), ...(others.length > 0 && { links: others }) };
  return {
    id: key,
    'citation-key': key,
    // In CSL an article without a journal is a preprint.
    type: arxiv ? 'article' : 'document',
    title: onOneLine(paper.title),
    ...(paper.abstract && { abstract: paper.abstract }),
    ...(arxiv && { archive: 'arXiv', archive_location: arxiv, number: `arXiv:${arxiv}` }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    ...(entry?.note && { note: entry.note }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}
