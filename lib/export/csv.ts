/** Papers as CSV (RFC 4180), for spreadsheets. */
import Papa from 'papaparse';
import { isDate } from '../core/model/foreign-values.ts';
import type { Author } from '../core/model/record.ts';
import { type ExportedPaper, idsOf, nameOf, pagesOf } from './exported-paper.ts';

/**
 * Spreadsheets take such a cell for a formula, which may do harm: it gets an apostrophe before it,
 * as one would type it there. A cell that begins with such apostrophes gets one more, so that
 * removing one always gives the original.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** Papers as a table with a header. Several values in one cell are separated by "; ". */
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
    // Lists of earlier versions may hold invalid dates.
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
 * "Song, Yang; Ermon, Stefano". A single name with a family name of several words could be read as
 * two, so a semicolon ends it.
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
