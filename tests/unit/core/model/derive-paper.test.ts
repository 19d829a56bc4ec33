import { describe, expect, it } from 'vitest';
import { derivePaper } from '../../../../lib/core/model/derive-paper.ts';
import fc from '../../../fixtures/properties.ts';
import { anyRecord, record } from '../../../fixtures/records.ts';

const digest = record({ sourceId: 'digest', title: 'S^{2}FT', abstract: 'An abstract of the work.' });
const preprint = record({
  sourceId: 'a.bib',
  title: 'S2FT: Efficient Fine-Tuning',
  authors: [{ family: 'Yang' }, { family: 'Leng' }],
  year: 2023,
  type: 'preprint',
  venue: 'arXiv',
  ids: { arxiv: '2412.06289' },
  keywords: ['fine-tuning'],
});
const published = record({
  sourceId: 'b.ris',
  title: 'S2FT: EFFICIENT FINE-TUNING',
  authors: [{ family: 'Yang' }],
  year: 2024,
  type: 'conference',
  venue: 'NeurIPS',
  ids: { doi: '10.1145/1' },
  abstract: 'TLDR: what a machine wrote of it, which is much longer than what its authors say themselves.',
  links: ['https://openreview.net/forum?id=abcdefgh'],
});

describe('a derived paper', () => {
  it('takes year and venue of the published version, and the best of all records for the rest', () => {
    expect(derivePaper([digest, preprint, published])).toEqual({
      title: 'S2FT: Efficient Fine-Tuning',
      titles: ['S2FT: Efficient Fine-Tuning', 'S^{2}FT'],
      abstract: 'An abstract of the work.',
      authors: [{ family: 'Yang' }, { family: 'Leng' }],
      year: 2024,
      venue: 'NeurIPS',
      type: 'conference',
      ids: { doi: ['10.1145/1'], arxiv: ['2412.06289'] },
      links: ['https://openreview.net/forum?id=abcdefgh'],
      codeLinks: [],
      keywords: ['fine-tuning'],
      sourceIds: ['a.bib', 'b.ris', 'digest'],
    });
  });

  it('with one record says what the record says', () => {
    expect(derivePaper([digest])).toMatchObject({
      title: 'S^{2}FT',
      abstract: 'An abstract of the work.',
      authors: [],
      year: undefined,
      venue: undefined,
      ids: {},
    });
  });

  it('does not depend on the order of its records', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyRecord, { minLength: 1, maxLength: 6 })
          .chain((records) =>
            fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
          ),
        ([records, shuffled]) => {
          expect(derivePaper(shuffled)).toEqual(derivePaper(records));
        },
      ),
    );
  });
});
