import { expect, it } from 'vitest';
import { isSameContent, paperFrom } from '../../../../lib/core/model/sourced-paper.ts';

const ids = { doi: '10.1145/1', arxiv: '2101.00001' };
const turned = { arxiv: '2101.00001', doi: '10.1145/1' };

it('two records say the same in whatever order fields and ids are written', () => {
  expect(isSameContent({ title: 'A Title', year: 2021, ids }, { ids: turned, year: 2021, title: 'A Title' })).toBe(
    true,
  );
  expect(isSameContent({ title: 'A Title', ids }, { title: 'A Title', ids: { ...turned, doi: '10.1145/2' } })).toBe(
    false,
  );
});

it('stores no record for a source that says the same with its ids in another order', () => {
  const sayings = new Map([
    ['a', { title: 'A Title', ids }],
    ['b', { title: 'A Title', ids: turned }],
  ]);
  expect(paperFrom({ id: 'x' }, sayings).records).toEqual([]);
});

it.each([
  ['AI-generated fake videos are becoming more common.', true],
  ['TL;DR: a summary by a machine.', false],
  ['[AI-generated] A summary of the paper.', false],
  ['AI-generated summary: the paper shows more.', false],
  ['AI generated abstract. The paper shows more.', false],
])('whether "%s" is taken as the abstract of its authors: %s', (abstract, isTaken) => {
  const { paper } = paperFrom({ id: 'x' }, new Map([['a', { title: 'A Title', abstract }]]));
  expect(paper.abstract).toBe(isTaken ? abstract : '');
});
