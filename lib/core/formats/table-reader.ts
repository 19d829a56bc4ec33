/**
 * Tables with a column of titles (Zotero's CSV, Semantic Scholar's, Paperlight's and others), row
 * by row.
 */
import type { ReadingStatus } from '../model/entry.ts';
import type { WorkType } from '../model/record.ts';
import { cutOf, type Finding, limits, type ReaderData, refusal } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorsOf } from './people.ts';
import { recordOf, whyNoTitle } from './record-fields.ts';

/** Names of columns, in lower case and without punctuation; the first that a table has counts. */
const COLUMNS = {
  title: ['title', 'papertitle', 'documenttitle', 'articletitle', 'name', 'paper', 'titel', 'titre', '标题'],
  abstract: ['abstractnote', 'abstract', 'summary'],
  authors: ['author', 'authors', 'authornames', 'creators'],
  year: ['publicationyear', 'year', 'pubyear', 'date', 'publicationdate', 'published'],
  venue: [
    'publicationtitle',
    'venue',
    'journal',
    'booktitle',
    'sourcetitle',
    'conference',
    'conferencename',
    'proceedings',
  ],
  doi: ['doi', 'doilink'],
  url: ['url', 'link', 'links', 'pdf', 'pdfurl', 'openaccesspdf'],
  code: ['code', 'codelinks', 'coderepository'],
  arxiv: ['arxiv', 'arxivid'],
  openreview: ['openreview'],
  pmid: ['pmid', 'pubmedid'],
  extra: ['extra', 'archivelocation', 'archiveid'],
  type: ['itemtype', 'type', 'documenttype', 'publicationtypes'],
  keywords: ['manualtags', 'keywords', 'authorkeywords', 'fieldsofstudy', 'automatictags'],
  notes: ['notes', 'note', 'annote'],
  tags: ['tags'],
  status: ['status', 'readstatus'],
} as const;

type Column = keyof typeof COLUMNS;
type Columns = Partial<Record<Column, number>>;

/** Reads rows of cells, the first of them the header. */
export class TableReader {
  private columns: Columns | undefined;

  /**
   * The findings of the next row, which begins in line `line`. A table without a column of titles
   * gives one refusal, and nothing more.
   */
  row(cells: readonly string[], line: number): Finding[] {
    if (this.columns)
      return this.columns.title === undefined || cells.every((cell) => cell.trim() === '')
        ? []
        : [findingOf(cells, this.columns, line)];
    this.columns = columnsIn(cells);
    return this.columns.title === undefined ? [refusal(line, 'no-title-column', cells.join(', '))] : [];
  }
}

function columnsIn(heads: readonly string[]): Columns {
  const names = heads.map((head) => head.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
  const places = Object.entries(COLUMNS).map(([column, aliases]) => [
    column,
    aliases.map((alias) => names.indexOf(alias)).find((at) => at >= 0),
  ]);
  return Object.fromEntries(places.filter(([, at]) => at !== undefined));
}

function findingOf(cells: readonly string[], columns: Columns, line: number): Finding {
  const cell = (column: Column): string => {
    const value = cells[columns[column] ?? -1] ?? '';
    // Spreadsheets take "=…" for a formula, so exports put an apostrophe before it.
    return value.slice(0, limits.field).replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
  };
  const plain = (column: Column): string => cleanText(textOfHtml(cell(column)));
  const title = plain('title');
  if (title === '') return { kind: 'untitled', line };
  const why = whyNoTitle(title);
  if (why) return refusal(line, why, title);
  const venue = plain('venue');
  const record = recordOf({
    title,
    abstract: plain('abstract'),
    authors: authorsOf(namesIn(plain('authors'))),
    date: plain('year'),
    venue,
    type: /^arxiv/i.test(venue) ? 'preprint' : typeOf(plain('type')),
    doi: plain('doi'),
    arxiv: plain('arxiv') || (/arxiv:\s*\S+/i.exec(`${cell('extra')} ${venue}`)?.[0] ?? ''),
    openreview: plain('openreview'),
    pmid: plain('pmid'),
    addresses: addressesIn(cell('url')),
    code: addressesIn(cell('code')),
    keywords: cell('keywords').split(/\s*[;|]\s*/),
  });
  const own = ownIn(plain('status'), cell('notes'), cell('tags'));
  return { kind: 'record', line, record, ...(Object.keys(own).length > 0 && { own }), ...cutOf(cells) };
}

function ownIn(status: string, notes: string, tags: string): ReaderData {
  const known = /^(?:to[- ]read|reading|read)$/i.test(status)
    ? (status.toLowerCase().replace(' ', '-') as ReadingStatus)
    : undefined;
  const note = /^\s*<(?:p|div)\b/.test(notes) ? cleanText(textOfHtml(notes)) : notes.trim();
  const words = tags.split(tags.includes(';') ? /\s*;\s*/ : /\s*,\s*/).filter(Boolean);
  return { ...(known && { status: known }), ...(note && { note }), ...(words.length > 0 && { tags: words }) };
}

function addressesIn(text: string): string[] {
  return text.split(/;?\s+/);
}

function typeOf(type: string): WorkType | undefined {
  if (/conference/i.test(type)) return 'conference';
  if (/preprint/i.test(type)) return 'preprint';
  if (/section|chapter/i.test(type)) return 'chapter';
  if (/article|journal/i.test(type)) return 'article';
  if (/thesis/i.test(type)) return 'thesis';
  if (/report/i.test(type)) return 'report';
  return /^book$/i.test(type) ? 'book' : undefined;
}

/** "Family, Given; …" as Zotero has it, "Given Family, …" as most others do. */
function namesIn(text: string): string[] {
  if (text.includes(';')) return text.split(/\s*;\s*/);
  const parts = text.split(/\s*,\s*/);
  const [first = '', second = ''] = parts;
  // "Song, Yang", "van den Oord, Aaron", and "Google Research," for an organisation.
  const isOnePerson = parts.length === 2 && (!first.includes(' ') || second === '' || /^\p{Ll}/u.test(first));
  return isOnePerson ? [text] : text.split(/\s*,\s*|\s+and\s+/);
}
