import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../lib/export/csv.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf } from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

/** Rows with their guards against formulas taken away. */
function read(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/, '')]),
    ),
  );
}

describe('CSV', () => {
  it('contains the bundled papers completely', () => {
    const papers = exported(bundledPapers);
    expect(read(writeCsv(papers))).toEqual(
      papers.map(({ key, paper }) => ({
        key,
        title: paper.title,
        ...{ authors: '', year: '', venue: '', type: '' },
        status: '',
        tags: '',
        note: '',
        added: '',
        arxiv: '',
        doi: '',
        openreview: '',
        pmid: '',
        links: '',
        code: paper.codeLinks.join('; '),
        keywords: '',
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

  it('has no date for an entry with an invalid one, as lists of earlier versions may have', () => {
    for (const addedAt of [1e300, -8.65e15, Number.NaN]) {
      expect(read(writeCsv(exported([paperOf('A Title')], entryOf({ addedAt }))))[0]?.added).toBe('');
    }
  });

  it('has no cell that a spreadsheet takes for a formula, and is read back unchanged', () => {
    const tricky = fc.tuple(
      fc.constantFrom('', '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', "'", "'=", "''@"),
      nastyLines,
    );
    fc.assert(
      fc.property(
        nastyText,
        tricky.map((parts) => parts.join('')),
        (title, note) => {
          const text = writeCsv(exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note })));
          const cells: string[][] = parse(text, { record_delimiter: '\r\n' });
          expect(cells.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
          expect(read(text).map((row) => [row.title, row.note])).toEqual([
            [title, note],
            ['The Next Paper', note],
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has names family first, separated by semicolons', () => {
    const [song, oord] = [
      { family: 'Song', given: 'Yang' },
      { family: 'van den Oord', given: 'Aäron' },
    ];
    const authors = [[song, oord], [song], [oord], [{ family: 'Google Research' }]];
    const papers = authors.map((all, i) => paperOf(`A Title ${i}`, { authors: all, year: 2021, type: 'article' }));
    const rows = read(writeCsv(exported(papers)));
    expect(rows.map((row) => row.authors)).toEqual([
      'Song, Yang; van den Oord, Aäron',
      'Song, Yang',
      'van den Oord, Aäron;',
      'Google Research,',
    ]);
    expect(rows[0]).toMatchObject({ year: '2021', type: 'article', venue: '' });
  });
});
