/** Papers as BibTeX. */
import type { Author, WorkType } from '../core/model/record.ts';
import { addressesOf, type ExportedPaper, idsOf, keywordsOf, linesOf, nameOf, onOneLine } from './exported-paper.ts';
import { abstractToTex, literalToTex, titleToTex } from './tex.ts';

/** For each kind of work the entry, and its field for where the work appeared. */
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

/**
 * Papers as entries of a .bib file. Those of which nobody has said where they appeared are `@misc`.
 */
export function writeBibtex(papers: readonly ExportedPaper[]): string {
  return papers.map(entryOf).join('\n');
}

function entryOf(exported: ExportedPaper): string {
  const { paper, entry, key } = exported;
  const { title, abstract, authors = [], year, venue = '', type = 'other', codeLinks } = paper;
  const { doi = '', arxiv = '', pmid = '', ...ids } = idsOf(paper);
  // A DOI has a field of its own, which styles make a link of.
  const { url, others } = addressesOf({ ...paper, known: {}, said: { ...ids, arxiv, pmid } });
  const [work, place] = WORKS[type];
  const titleTex = titleToTex(onOneLine(title));
  // Styles print `note`, and this one is the reader's own. A line that begins as an entry does
  // would be one to programs that look for the next after an error; biber warns of one like a
  // field.
  const annote = literalToTex(linesOf(entry?.note ?? '').join('\n\n')).replace(/^(?=@|[^\s=]+ ?=)/gm, '{}');
  const fields: [name: string, value: string][] = [
    ['author', authors.map(personToTex).filter(Boolean).join(' and ')],
    ['title', titleTex],
    [place, literalToTex(onOneLine(venue))],
    ['year', year === undefined ? '' : String(year)],
    // The number says as much where there is one.
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
 * "Song, Yang"; a name of several words alone, which is an organisation's, in braces, and so is an
 * "and" that would part names.
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
 * Keywords are names to sort by: biber copies them, so that what TeX reads as more than a sign is
 * escaped; other programs take them as they are. What parts them, groups text or begins a formula
 * they can't have.
 */
function keyword(tag: string): string {
  return onOneLine(tag.replace(/[,;{}\\$]/g, ' ')).replace(/[%#]/g, '\\$&');
}

/**
 * Addresses are taken as they are; what would end or open a group in them is written as addresses
 * write it.
 */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent);
}
