/**
 * Papers as RIS: https://en.wikipedia.org/wiki/RIS_(file_format), after the specification of
 * Research Information Systems.
 */
import type { WorkType } from '../core/model/record.ts';
import { type ExportedPaper, idsOf, keywordsOf, nameOf, onOneLine, pagesOf } from './exported-paper.ts';

const TYPES: Readonly<Record<WorkType, string>> = {
  article: 'JOUR',
  conference: 'CONF',
  chapter: 'CHAP',
  book: 'BOOK',
  thesis: 'THES',
  report: 'RPRT',
  preprint: 'UNPB',
  other: 'GEN',
};

/** Papers as references of a .ris file; of type GEN if no source says where a paper appeared. */
export function writeRis(papers: readonly ExportedPaper[]): string {
  return papers.map(referenceOf).join('\r\n');
}

function referenceOf(exported: ExportedPaper): string {
  const { paper, entry, key } = exported;
  const { type = 'other', authors = [], year, venue = '' } = paper;
  const { arxiv, doi } = idsOf(paper);
  const isOfInstitution = type === 'thesis' || type === 'report';
  const fields: [tag: string, values: string[]][] = [
    ['TY', [TYPES[type]]],
    ['ID', [key]],
    ['TI', [escapeHtml(paper.title)]],
    ['AU', authors.map((author) => escapeHtml(nameOf(author)))],
    ['PY', year === undefined ? [] : [String(year)]],
    [isOfInstitution ? 'PB' : 'T2', [escapeHtml(venue)]],
    ['AB', [paper.abstract]],
    ['DO', doi ? [doi] : []],
    ['AN', arxiv ? [`arXiv:${arxiv}`] : []],
    ['UR', [...new Set([...pagesOf(paper), ...paper.codeLinks])]],
    // A semicolon would split a keyword in two.
    ['KW', keywordsOf(exported).map((word) => escapeHtml(word.replace(/;/g, ' ')))],
    ['N1', [noteAsHtml(entry?.note ?? '')]],
  ];
  const lines = fields.flatMap(([tag, values]) =>
    values
      .map(onOneLine)
      .filter(Boolean)
      .map((value) => `${tag}  - ${value}\r\n`),
  );
  return `${lines.join('')}ER  - \r\n`;
}

/**
 * Zotero reads everything but abstracts and notes as HTML, so that "x<y" would end at its x. Only
 * what would begin a tag or an entity is escaped, because other programs show it as written.
 */
function escapeHtml(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;');
}

/**
 * A note as one line of HTML, as Zotero itself writes it: several lines would become several notes,
 * and "Key: value" a field.
 */
function noteAsHtml(note: string): string {
  const paragraphs = note
    .replace(/^(?:[ \t]*[\r\n]+)+|\s+$/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/)
    .map((paragraph) =>
      paragraph
        .split(/\r\n?|[\n\u2028\u2029]/)
        .map((line) => line.replace(/^[ \t]+/, (indent) => '&nbsp;'.repeat(indent.replaceAll('\t', '    ').length)))
        .join('<br/>'),
    );
  return note.trim() === '' ? '' : paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}
