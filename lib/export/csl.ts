/** Papers as CSL-JSON: https://github.com/citation-style-language/schema, csl-data.json. */
import type { Author, WorkType } from '../core/model/record.ts';
import { addressesOf, type ExportedPaper, idsOf, keywordsOf, onOneLine } from './exported-paper.ts';

/** In CSL an article without a journal is a preprint. */
const TYPES: Readonly<Record<WorkType, string>> = {
  article: 'article-journal',
  conference: 'paper-conference',
  chapter: 'chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  preprint: 'article',
  other: 'document',
};

/** Papers as an array of CSL items. */
export function writeCsl(papers: readonly ExportedPaper[]): string {
  return `${JSON.stringify(papers.map(itemOf), undefined, 2)}\n`;
}

function itemOf(exported: ExportedPaper): object {
  const { paper, entry, key } = exported;
  const { authors = [], year, venue, type = 'other', codeLinks } = paper;
  const { arxiv, doi, openreview, pmid } = idsOf(paper);
  const { url, others } = addressesOf(paper);
  const [tags, keywords] = [entry?.tags ?? [], keywordsOf(exported)];
  const custom = {
    ...(openreview && { openreview }),
    ...(others.length > 0 && { links: others }),
    ...(codeLinks.length > 0 && { code: codeLinks }),
    ...(tags.length > 0 && { tags }),
  };
  return {
    id: key,
    'citation-key': key,
    type: TYPES[type === 'other' && arxiv ? 'preprint' : type],
    title: onOneLine(paper.title),
    ...(authors.length > 0 && { author: authors.map(nameOf) }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(venue && { [type === 'thesis' || type === 'report' ? 'publisher' : 'container-title']: onOneLine(venue) }),
    ...(paper.abstract && { abstract: paper.abstract }),
    ...(arxiv && { archive: 'arXiv', archive_location: arxiv, number: `arXiv:${arxiv}` }),
    ...(doi && { DOI: doi }),
    ...(pmid && { PMID: pmid }),
    ...(url && { URL: url }),
    ...(keywords.length > 0 && { keyword: keywords.map((word) => word.replace(/[,;]/g, ' ')).join(', ') }),
    // Programs read lines such as "DOI: 10.1/x" in `note` as fields of the paper, and this one is
    // private.
    ...(entry?.note && { annote: entry.note }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** A name of several words without a given name is an organisation's, and stays as it is. */
function nameOf({ family, given }: Author): object {
  return given === undefined && /\s/.test(family) ? { literal: family } : { family, ...(given && { given }) };
}
