import { describe, expect, it } from 'vitest';
import { authorsOf } from '../../../../lib/extension/browser/author-names.ts';
import { bylineOf, dated } from '../../../../lib/extension/browser/byline.ts';

const named = (...families: string[]) => families.map((family) => ({ family }));

describe('a byline', () => {
  it.each([
    [{ authors: named('Song'), venue: 'ICLR', year: 2021 }, 'Song · ICLR 2021'],
    [{ authors: named('Song', 'Ermon'), venue: 'NeurIPS', year: 2019 }, 'Song and Ermon · NeurIPS 2019'],
    [{ authors: named('Song', 'Sohl-Dickstein', 'Kingma'), year: 2021 }, 'Song et al. · 2021'],
    [{ authors: named('van den Oord') }, 'van den Oord'],
    [{ venue: 'ICLR', year: 2021 }, 'ICLR 2021'],
    [{ venue: 'ICLR 2021', year: 2021 }, 'ICLR 2021'],
    [{ venue: 'International Conference on Learning Representations', shortVenue: 'ICLR', year: 2021 }, 'ICLR 2021'],
    [{ year: 2021 }, '2021'],
    [{ authors: [] }, ''],
    [{}, ''],
  ])('of %j is “%s”', (paper, byline) => {
    expect(bylineOf(paper)).toBe(byline);
  });

  it('names all authors in full, but counts those of a large collaboration', () => {
    expect(authorsOf([{ family: 'Song', given: 'Yang' }, { family: 'Google Research' }])).toBe(
      'Yang Song, Google Research',
    );
    const many = authorsOf(Array.from({ length: 3_000 }, (_, i) => ({ family: `A${i}` })));
    expect(many).toMatch(/^A0, .*A29 and 2,970 others$/);
    expect(authorsOf(undefined)).toBe('');
  });

  it('has only the year if the venue is unknown', () => {
    expect([dated(undefined, 2021), dated('ICLR', undefined), dated(undefined, undefined)]).toEqual([
      '2021',
      'ICLR',
      '',
    ]);
  });
});
