/** Papers as CSV (RFC 4180), for spreadsheets. */
import Papa from 'papaparse';
import { isDate } from '../core/model/foreign-values.ts';
import type { Author } from '../core/model/record.ts';
import { type ExportedPaper, idsOf, nameOf, pagesOf } from './exported-paper.ts';

/**
 * Spreadsheets take a cell that begins so for a formula, which may do harm: it gets an apostrophe
 * before it, as one who types it there gives it. What has such apostrophes already gets one more,
 * so that taking one away always gives back what it was.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** Papers as a table with a heading. Several values in one cell are parted by "; ". */
export function writeCsv(papers: readonly ExportedPaper[]): string {
  const rows = papers.map(({ paper, entry, key }) => ({
    key,
    title: paper.title,
    authors: namesOf(paper.authors ?? []),
    year: paper.year ?? '',
    venue: paper.venue ?? '',
    type: paper.type ?? '',
    status: entry?.status ?? '',
    tags: (entry?.tags ?? []).join('; '),
    note: entry?.note ?? '',
    // Lists of earlier versions may hold what is no date.
    added: isDate(entry?.addedAt) ? new Date(entry.addedAt).toISOString() : '',
    arxiv: idsOf(paper).arxiv ?? '',
    doi: idsOf(paper).doi ?? '',
    openreview: idsOf(paper).openreview ?? '',
    pmid: idsOf(paper).pmid ?? '',
    links: pagesOf(paper).join('; '),
    code: paper.codeLinks.join('; '),
    keywords: (paper.keywords ?? []).map((word) => word.replace(/[;|]/g, ' ')).join('; '),
    abstract: paper.abstract,
  }));
  return `${Papa.unparse({ fields: [...COLUMNS], data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/**
 * "Song, Yang; Ermon, Stefano". A name alone could be read as two where its family has several
 * words: then a semicolon ends it.
 */
function namesOf(authors: readonly Author[]): string {
  const names = authors.map((author) => nameOf(author, /[,;]/g));
  const [only = ''] = names;
  return names.length === 1 && /\s.*,\s/.test(only) ? `${only};` : names.join('; ');
}

const COLUMNS = [
  'key',
  'title',
  'authors',
  'year',
  'venue',
  'type',
  'status',
  'tags',
  'note',
  'added',
  'arxiv',
  'doi',
  'openreview',
  'pmid',
  'links',
  'code',
  'keywords',
  'abstract',
] as const;
