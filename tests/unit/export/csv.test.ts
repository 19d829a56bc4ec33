import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../lib/export/csv.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf } from './papers.ts';

/** Rows with their guards against formulas taken away. */
function read(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?='*[=+\-@\t\r])/, '')])),
  );
}

describe('CSV', () => {
  it('has the bundled papers whole', () => {
    const papers = exported(bundledPapers);
    expect(read(writeCsv(papers))).toEqual(
      papers.map(({ key, paper }) => ({
        key,
        title: paper.title,
        status: '',
        tags: '',
        note: '',
        added: '',
        arxiv: '',
        doi: '',
        openreview: '',
        links: paper.codeLinks.join('; '),
        abstract: paper.abstract,
      })),
    );
  });

  it('has what the reader made', () => {
    const entry = entryOf({ status: 'reading', tags: ['a', 'b'], note: 'x,\n"y"' });
    expect(read(writeCsv(exported([paperOf('A Title')], entry)))[0]).toMatchObject({
      status: 'reading',
      tags: 'a; b',
      note: 'x,\n"y"',
      added: '2026-01-02T00:00:00.000Z',
    });
  });

  it('has no cell that a spreadsheet takes for a formula, and comes back as it was', () => {
    const tricky = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", "'=", "''@"), nastyLines);
    fc.assert(
      fc.property(
        nastyText,
        tricky.map((parts) => parts.join('')),
        (title, note) => {
          const text = writeCsv(exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note })));
          const cells: string[][] = parse(text, { record_delimiter: '\r\n' });
          expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
          expect(read(text).map((row) => [row.title, row.note])).toEqual([
            [title, note],
            ['The Next Paper', note],
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
