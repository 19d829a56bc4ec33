import { expect, it } from 'vitest';
import { differencesOf } from '../../../../lib/core/import/differences.ts';

it('a difference is a field that both papers have, with different values', () => {
  const [song, ho] = [{ family: 'Song' }, { family: 'Ho' }];
  const a = { title: 'Deep Learning', authors: [song, ho], year: 2015, ids: { doi: '10.1/a', arxiv: '2401.00001' } };
  const b = { title: 'Deep learning!', authors: [ho], year: 2016, ids: { doi: '10.1/b' } };
  expect(differencesOf(a, b)).toEqual([
    { what: 'first author', values: ['Song', 'Ho'] },
    { what: 'year', values: ['2015', '2016'] },
    { what: 'doi', values: ['10.1/a', '10.1/b'] },
  ]);
  expect(differencesOf(a, { title: 'Deeper Learning' })).toEqual([
    { what: 'title', values: ['Deep Learning', 'Deeper Learning'] },
  ]);
  expect(differencesOf(a, a)).toEqual([]);
});
