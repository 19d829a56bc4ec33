import { describe, expect, it } from 'vitest';
import { TableReader } from '../../../../lib/core/formats/table-reader.ts';

function read(rows: string[][]) {
  const table = new TableReader();
  const findings = rows.flatMap((row, i) => table.row(row, i + 1));
  return {
    records: findings.flatMap((one) => (one.kind === 'record' ? [one.record] : [])),
    refusals: findings.flatMap((one) => (one.kind === 'refusal' ? [one] : [])),
  };
}

describe('a reader of tables', () => {
  it('reads the columns of Zotero', () => {
    const { records } = read([
      [
        'Key',
        'Item Type',
        'Publication Year',
        'Author',
        'Title',
        'Publication Title',
        'DOI',
        'Url',
        'Abstract Note',
        'Manual Tags',
      ],
      [
        'X',
        'conferencePaper',
        '2020',
        'Song, Yang; Ho, Jonathan',
        'A Table Paper',
        'ICLR',
        '10.1145/1',
        'https://a.org/b',
        'About it.',
        'a; b',
      ],
      ['', '', '', '', '', '', '', '', '', ''],
    ]);
    expect(records).toEqual([
      {
        title: 'A Table Paper',
        abstract: 'About it.',
        authors: [
          { given: 'Yang', family: 'Song' },
          { given: 'Jonathan', family: 'Ho' },
        ],
        year: 2020,
        venue: 'ICLR',
        type: 'conference',
        ids: { doi: '10.1145/1' },
        links: ['https://a.org/b'],
        keywords: ['a', 'b'],
      },
    ]);
  });

  it('reads names separated by commas, and removes the guard against formulas', () => {
    expect(
      read([
        ['Paper Title', 'Authors'],
        ["'=1+1 is a Title", 'Yang Song, Jonathan Ho'],
      ]).records,
    ).toMatchObject([
      {
        title: '=1+1 is a Title',
        authors: [
          { given: 'Yang', family: 'Song' },
          { given: 'Jonathan', family: 'Ho' },
        ],
      },
    ]);
  });

  it('refuses a table without a column of titles', () => {
    expect(
      read([
        ['a', 'b'],
        ['c', 'd'],
      ]).refusals,
    ).toMatchObject([{ line: 1, reason: 'no-title-column' }]);
  });
});
