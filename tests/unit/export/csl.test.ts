import { describe, expect, it } from 'vitest';
import { writeCsl } from '../../../lib/export/csl.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf } from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

/**
 * What csl-data.json of CSL 1.0.2 says of the properties that are used: all are strings but the
 * last, which is free.
 */
const STRINGS = 'id citation-key type title abstract archive archive_location number DOI URL keyword annote'.split(' ');
const TYPES = ['article', 'document'];

type Item = Record<string, unknown>;
const read = (text: string): Item[] => JSON.parse(text);

function expectValid(items: Item[]): void {
  for (const item of items) {
    const { custom, ...others } = item;
    expect(typeof custom === 'object' || custom === undefined).toBe(true);
    expect(Object.keys(others).filter((name) => !STRINGS.includes(name))).toEqual([]);
    expect(Object.values(others).filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
    expect(TYPES).toContain(item.type);
    expect(item.id).toBeTruthy();
  }
}

describe('CSL-JSON', () => {
  it('contains the bundled papers completely, and is valid', () => {
    const papers = exported(bundledPapers);
    const items = read(writeCsl(papers));
    expectValid(items);
    expect(items.map(({ id, title, abstract, URL }) => [id, title, abstract, URL])).toEqual(
      papers.map(({ key, paper }) => [key, paper.title, paper.abstract, paper.codeLinks[0]]),
    );
  });

  it('has what pages taught and what the reader made', () => {
    const known = { arxiv: '2406.01234', doi: '10.1145/3292500.3330701', openreview: 'rJl-b3RcF7' };
    const items = read(
      writeCsl(exported([paperOf('A Title', { known })], entryOf({ tags: ['a', 'b'], note: 'One.' }))),
    );
    expectValid(items);
    expect(items).toEqual([
      {
        id: 'title',
        'citation-key': 'title',
        type: 'article',
        title: 'A Title',
        archive: 'arXiv',
        archive_location: '2406.01234',
        number: 'arXiv:2406.01234',
        DOI: '10.1145/3292500.3330701',
        URL: 'https://arxiv.org/abs/2406.01234',
        keyword: 'a, b',
        annote: 'One.',
        custom: {
          openreview: 'rJl-b3RcF7',
          links: ['https://openreview.net/forum?id=rJl-b3RcF7', 'https://doi.org/10.1145/3292500.3330701'],
          tags: ['a', 'b'],
        },
      },
    ]);
  });

  it('is read back unchanged, whatever titles, notes and tags contain', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, (title, note) => {
        fc.pre(title.trim() !== '');
        const items = read(writeCsl(exported([paperOf(title)], entryOf({ note }))));
        expectValid(items);
        expect(items[0]?.title).toBe(title.replace(/\s+/g, ' ').trim());
        expect(items[0]?.annote ?? '').toBe(note);
      }),
    );
  });

  it('has authors, year and venue in the fields of each type of work', () => {
    const authors = [{ family: 'van den Oord', given: 'Aäron' }, { family: 'Google Research' }, { family: 'OpenAI' }];
    const credits = { authors, year: 2021, venue: 'ICLR', keywords: ['gan'] };
    const [conference, thesis] = read(
      writeCsl(
        exported([
          paperOf('A Title', { ...credits, type: 'conference' }),
          paperOf('A Thesis', { ...credits, type: 'thesis', said: { pmid: '123' } }),
        ]),
      ),
    );
    expect(conference).toMatchObject({
      id: 'oord2021title',
      type: 'paper-conference',
      author: [{ family: 'van den Oord', given: 'Aäron' }, { literal: 'Google Research' }, { family: 'OpenAI' }],
      issued: { 'date-parts': [[2021]] },
      'container-title': 'ICLR',
      keyword: 'gan',
    });
    expect(thesis).toMatchObject({ type: 'thesis', publisher: 'ICLR', PMID: '123' });
  });
});
