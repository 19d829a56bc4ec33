import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../lib/core/formats/format-reader.ts';
import { type JsonDialect, readJson } from '../../../../lib/core/formats/json-reader.ts';
import fc from '../../../fixtures/properties.ts';

/** Everything that is found in `text`, read in pieces of `size` characters. */
function read(dialect: JsonDialect, text: string, size = text.length || 1) {
  const reader = readJson(dialect);
  const findings: Finding[] = [];
  for (let i = 0; i < text.length; i += size) findings.push(...reader.read(text.slice(i, i + size)));
  findings.push(...reader.end());
  return {
    records: findings.flatMap((one) =>
      one.kind === 'record' ? [{ ...one.record, ...(one.own && { own: one.own }) }] : [],
    ),
    refusals: findings.flatMap((one) => (one.kind === 'refusal' ? [one] : [])),
    untitled: findings.filter(({ kind }) => kind === 'untitled').length,
  };
}

describe('a reader of JSON', () => {
  it('reads CSL, with every shape of a date', () => {
    const items = [
      {
        title: 'A <i>de novo</i> R&amp;D Paper',
        issued: { 'date-parts': [['2021', 5]] },
        author: [{ given: 'Yang', family: 'Song' }],
        DOI: '10.1145/1',
        type: 'paper-conference',
        annote: 'mine',
      },
      {
        title: 'A Second Paper',
        issued: { raw: 'May 2020' },
        author: [{ literal: 'OpenAI' }],
        number: '2011.13456',
        publisher: 'arXiv',
      },
      { title: 'A Third Paper', issued: '1999-01-01', note: 'arXiv:2406.01234 [cs]' },
    ];
    const { records } = read('csl', JSON.stringify(items, null, 2));
    expect(records).toMatchObject([
      {
        title: 'A de novo R&D Paper',
        year: 2021,
        authors: [{ given: 'Yang', family: 'Song' }],
        ids: { doi: '10.1145/1' },
        type: 'conference',
        own: { note: 'mine' },
      },
      { title: 'A Second Paper', year: 2020, authors: [{ family: 'OpenAI' }], ids: { arxiv: '2011.13456' } },
      { title: 'A Third Paper', year: 1999, ids: { arxiv: '2406.01234' } },
    ]);
  });

  it('reads Better BibTeX JSON without its notes, and PaperMemory with what the reader wrote', () => {
    const zotero = {
      config: { id: 'x' },
      items: [
        { itemType: 'note', note: 'x' },
        {
          itemType: 'journalArticle',
          title: 'A Zotero Paper',
          creators: [{ creatorType: 'author', firstName: 'A', lastName: 'B' }],
          date: '2020',
          tags: [{ tag: 'gan' }],
        },
      ],
    };
    expect(read('zotero', JSON.stringify(zotero))).toMatchObject({
      records: [{ title: 'A Zotero Paper', authors: [{ given: 'A', family: 'B' }], year: 2020, keywords: ['gan'] }],
      untitled: 1,
    });
    const memory = {
      'Arxiv-1706.03762': {
        id: 'Arxiv-1706.03762',
        title: 'Attention Is All You Need',
        author: 'Ashish Vaswani and Noam Shazeer',
        year: '2017',
        note: 'read again',
        tags: ['nlp'],
      },
      __dataVersion: 610,
    };
    expect(read('papermemory', JSON.stringify(memory)).records).toMatchObject([
      {
        title: 'Attention Is All You Need',
        authors: [
          { given: 'Ashish', family: 'Vaswani' },
          { given: 'Noam', family: 'Shazeer' },
        ],
        ids: { arxiv: '1706.03762' },
        own: { note: 'read again', tags: ['nlp'] },
      },
    ]);
  });

  it('loses only the item that is not JSON, too deep, or truncated', () => {
    const deep = `{"title": ${'['.repeat(100)}${']'.repeat(100)}}`;
    const { records, refusals } = read(
      'csl',
      `[{"title": "One Good Paper"},\n{"title": bad},\n${deep},\n{"title": "Another {[\\" Paper"},\n{"title": "Cut off`,
    );
    expect(records.map(({ title }) => title)).toEqual(['One Good Paper', 'Another {[" Paper']);
    expect(refusals.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no-json'],
      [3, 'too-deep'],
      [5, 'endless'],
    ]);
  });

  it('finds in chunks of any size what JSON.parse finds', () => {
    const item = fc.record({ title: fc.string({ minLength: 1 }), note: fc.string() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), (items, size) => {
        const text = JSON.stringify(items, null, 1);
        expect(read('csl', text, size)).toEqual(read('csl', text));
        expect(read('csl', text, size).refusals.filter(({ reason }) => reason === 'no-json')).toEqual([]);
      }),
    );
  });

  it('lets no name such as __proto__ become a field', () => {
    read('csl', '[{"__proto__": {"polluted": 1}, "title": "An Honest Title"}]');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
