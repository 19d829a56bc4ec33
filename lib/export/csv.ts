/** Papers as CSV (RFC 4180), for spreadsheets. */
import Papa from 'papaparse';
import { addressesOf, type ExportedPaper } from './exported-paper.ts';

/**
 * Spreadsheets take a cell that begins so for a formula, which may do harm: it gets an apostrophe before it, as one who types it there
 * gives it. What has such apostrophes already gets one more, so that taking one away always gives back what it was.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Papers as a table with a heading. Several values in one cell are parted by "; ". */
export function writeCsv(papers: readonly ExportedPaper[]): string {
  const rows = papers.map(({ paper, entry, key }) => ({
    key,
    title: paper.title,
    status: entry?.status ?? '',
    tags: (entry?.tags ?? []).join('; '),
    note: entry?.note ?? '',
    added: entry ? new Date(entry.addedAt).toISOString() : '',
    arxiv: paper.known?.arxiv ?? '',
    doi: paper.known?.doi ?? '',
    openreview: paper.known?.openreview ?? '',
    links: addressesOf(paper).join('; '),
    abstract: paper.abstract,
  }));
  return `${Papa.unparse({ fields: [...COLUMNS], data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

const COLUMNS = [
  'key',
  'title',
  'status',
  'tags',
  'note',
  'added',
  'arxiv',
  'doi',
  'openreview',
  'links',
  'abstract',
] as const;
