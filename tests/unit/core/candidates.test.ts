import { describe, expect, it } from 'vitest';
import { Scores } from '../../../lib/core/bm25.ts';
import { findCandidates, readQuery } from '../../../lib/core/candidates.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Paper } from '../../../lib/core/paper.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';

/** Papers that all have three common words; one in a thousand has a rare one too, and one in two thousand a common one more often. */
const papers: Paper[] = Array.from({ length: 40_000 }, (_, i) => {
  const title = `${i} paper`;
  const abstract = `the of and ${i % 1000 === 0 ? 'needle' : 'hay'} ${i % 2000 === 0 ? 'and and' : ''}`;
  return { id: paperIdOf(title), title, abstract, digestIds: [], codeLinks: [] };
});

describe('candidates of a large catalogue', () => {
  const index = indexPapers(papers);
  const asked = (query: string) => {
    const read = readQuery(index, query);
    if (!read) throw new Error('no words');
    return read;
  };

  it('are those that have the rare words, scored by all words, where none has them all', () => {
    const { plan, ...rest } = asked('the needle of and nonsense');
    const found = findCandidates(index, { plan, ...rest }, 40, () => true);
    const scores = new Scores(index);
    for (const { meant } of plan) scores.add(meant, 'any');
    expect(found).toHaveLength(40);
    expect(found.map(({ paper, score }) => ({ paper, score: score.toFixed(8) }))).toEqual(
      scores.best(40, () => true).map(({ paper, score }) => ({ paper, score: score.toFixed(8) })),
    );
    expect(new Set(found.map(({ share }) => share))).toEqual(new Set([4 / 5]));
  });

  it('are as many as are asked for, of those that may answer', () => {
    const odd = (paper: number): boolean => paper % 2 === 1;
    const found = findCandidates(index, asked('the of and nonsense'), 100, odd);
    expect(found).toHaveLength(100);
    expect(found.every(({ paper }) => odd(paper))).toBe(true);
  });
});
