import { describe, expect, it } from 'vitest';
import { rowContent } from '../../../components/paper/row-content.ts';
import type { Digest, Paper } from '../../../lib/core/model/paper.ts';

const digest = (id: string, date: string | null): [string, Digest] => [
  id,
  { id, name: date ? `${date} · sparse, pruning` : 'sparse, pruning', date, source: 'bundled', paperIds: [] },
];
const digests = new Map([digest('a', 'Mar 11'), digest('b', 'Mar 13'), digest('c', null)]);
const paper = (digestIds: string[]): Paper => ({
  id: '1',
  title: 'Sparse Nets',
  abstract: 'We prune.',
  digestIds,
  codeLinks: [],
});

describe('rowContent', () => {
  it.each([
    [['a'], 'Mar 11'],
    [['a', 'b'], 'Mar 13 and 1 more'],
    [['c'], 'Undated · sparse, pruning'],
    [['gone'], ''],
  ])('says where a paper of %j is from', (ids, note) => {
    expect(rowContent(paper(ids), [], digests).note).toBe(note);
  });

  it('highlights the words that matched', () => {
    const { title } = rowContent(paper(['a']), ['sparse'], digests);
    expect(title).toEqual([
      { text: 'Sparse', marked: true },
      { text: ' Nets', marked: false },
    ]);
  });

  it('says who wrote a paper, where and when, without unknown parts', () => {
    const known = { ...paper([]), authors: [{ family: 'Song' }, { family: 'Ermon' }], venue: 'NeurIPS', year: 2019 };
    expect(rowContent(known, ['song'], digests).byline).toEqual([
      { text: 'Song', marked: true },
      { text: ' and Ermon · NeurIPS 2019', marked: false },
    ]);
    expect(rowContent(paper(['a']), [], digests).byline).toEqual([]);
  });
});
