/** Papers as BibTeX. */
import type { Author, WorkType } from '../core/model/record.ts';
import { addressesOf, type ExportedPaper, idsOf, keywordsOf, linesOf, nameOf, onOneLine } from './exported-paper.ts';
import { abstractToTex, literalToTex, titleToTex } from './tex.ts';

/** The entry type for each type of work, and its field for the venue. */
const WORKS: Readonly<Record<WorkType, [entry: string, venue: string]>> = {
  article: ['article', 'journal'],
  conference: ['inproceedings', 'booktitle'],
  chapter: ['incollection', 'booktitle'],
  book: ['book', 'booktitle'],
  thesis: ['phdthesis', 'school'],
  report: ['techreport', 'institution'],
  preprint: ['misc', 'howpublished'],
  other: ['misc', 'howpublished'],
};

/** Papers as entries of a .bib file; `@misc` if no source says where a paper appeared. */
export function writeBibtex(papers: readonly ExportedPaper[]): string {
  return papers.map(entryOf).join('\n');
}

function entryOf(exported: ExportedPaper): string {
  const { paper, entry, key } = exported;
  const { title, abstract, authors = [], year, venue = '', type = 'other', codeLinks } = paper;
  const { doi = '', arxiv = '', pmid = '', ...ids } = idsOf(paper);
  // A DOI has a field of its own, which styles turn into a link.
  const { url, others } = addressesOf({ ...paper, known: {}, said: { ...ids, arxiv, pmid } });
  const [work, place] = WORKS[type];
  const titleTex = titleToTex(onOneLine(title));
  // Styles print `note`, and this one is private. A line that looks like the start of an entry
  // would be one to programs that recover from an error; biber warns of one that looks like a
  // field.
  const annote = literalToTex(linesOf(entry?.note ?? '').join('\n\n')).replace(/^(?=@|[^\s=]+ ?=)/gm, '{}');
  const fields: [name: string, value: string][] = [
    ['author', authors.map(personToTex).filter(Boolean).join(' and ')],
    ['title', titleTex],
    [place, literalToTex(onOneLine(venue))],
    ['year', year === undefined ? '' : String(year)],
    // An arXiv id says as much.
    ['pubstate', type === 'preprint' && arxiv === '' ? 'preprint' : ''],
    ['eprint', verbatim(arxiv)],
    ['archiveprefix', arxiv && 'arXiv'],
    ['doi', verbatim(doi)],
    ['pmid', pmid],
    ['url', verbatim(url)],
    // Not fields of any style: they stay with the entry, and are not printed.
    ['links', listOf(others)],
    ['code', listOf(codeLinks)],
    ['abstract', abstractToTex(onOneLine(abstract))],
    ['keywords', keywordsOf(exported).map(keyword).filter(Boolean).join(', ')],
    ['tags', (entry?.tags ?? []).map(keyword).filter(Boolean).join(', ')],
    ['annote', annote],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${work}{${key},\n${lines.join('')}}\n`;
}

/**
 * "Song, Yang". Braces go around an organisation, which is a name of several words without a given
 * name, and around an "and" that would separate names.
 */
function personToTex({ family, given = '' }: Author): string {
  const [last, first] = [family, given].map(onOneLine) as [string, string];
  if (first === '') return /[\s,]/.test(last) ? `{${literalToTex(last)}}` : literalToTex(last);
  return literalToTex(nameOf({ family: last, given: first })).replace(/(?<=^|\s)and(?=\s|$)/gi, '{$&}');
}

function listOf(addresses: readonly string[]): string {
  return addresses.map((address) => `\\url{${verbatim(address).replace(/[%#]/g, '\\$&')}}`).join(' ');
}

/**
 * Biber copies keywords to sort by them, so TeX's special characters are escaped; other programs
 * take them literally. Characters that separate keywords, group text or begin a formula are
 * removed.
 */
function keyword(tag: string): string {
  return onOneLine(tag.replace(/[,;{}\\$]/g, ' ')).replace(/[%#]/g, '\\$&');
}

/** Addresses are taken literally: characters that would end or open a group are percent-encoded. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent);
}
