import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { Scores } from '../../../../lib/core/search/bm25.ts';
import { findCandidates } from '../../../../lib/core/search/candidates.ts';
import { planQuery } from '../../../../lib/core/search/query-plan.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';

/**
 * Papers that all have some common words; one in a thousand has a rare one too, and one in two
 * thousand a common one more often.
 */
const papers: Paper[] = Array.from({ length: 40_000 }, (_, i) => {
  const title = `${i} ${i % 200 === 0 ? 'themes' : 'paper'}`;
  const abstract = `the then them these of and ${i % 1000 === 0 ? 'needle' : 'hay'} ${i % 2000 === 0 ? 'and and' : ''}`;
  return { id: paperIdOf(title), title, abstract, digestIds: [], codeLinks: [] };
});

describe('candidates of a large catalogue', () => {
  const index = indexPapers(papers);
  const asked = (query: string) => {
    const read = planQuery(index, query);
    if (!read) throw new Error('no words');
    return read;
  };

  it('have the rare words, and are scored by all words, if none has them all', () => {
    const plan = asked('the needle of and nonsense');
    const found = findCandidates(index, plan, 40, () => true);
    const scores = new Scores(index);
    for (const { expansions } of plan.terms) scores.add(expansions, 'or');
    expect(found).toHaveLength(40);
    expect(found.map(({ paper, score }) => ({ paper, score: score.toFixed(8) }))).toEqual(
      scores.best(40, () => true).map(({ paper, score }) => ({ paper, score: score.toFixed(8) })),
    );
    expect(new Set(found.map(({ share }) => share))).toEqual(new Set([4 / 5]));
  });

  it('ignore a prefix that most papers have, beside other words', () => {
    const found = (query: string): unknown[] => findCandidates(index, asked(query), 40, () => true);
    expect(found('needle th')).toEqual(found('needle'));
    expect(found('needle the')).not.toEqual(found('needle'));
    expect(asked('needle the').terms.map(({ expansions }) => expansions.length)).toEqual([1, 1]);
    expect(asked('needle then').terms.map(({ expansions }) => expansions.length)).toEqual([1, 1]);
  });

  it('are found by title for a prefix that most papers have', () => {
    const found = findCandidates(index, asked('th'), 1000, () => true);
    expect(found.map(({ paper }) => index.titleOf(paper)).filter((title) => !title.endsWith('themes'))).toEqual([]);
    expect(found).toHaveLength(200);
    expect(asked('the').terms).toEqual([expect.objectContaining({ text: 'the', isPrefix: true })]);
    expect(findCandidates(index, asked('the'), 1000, () => true)).toHaveLength(1000);
  });

  it('are as many as asked for, of those that are allowed', () => {
    const odd = (paper: number): boolean => paper % 2 === 1;
    const found = findCandidates(index, asked('the of and nonsense'), 100, odd);
    expect(found).toHaveLength(100);
    expect(found.every(({ paper }) => odd(paper))).toBe(true);
  });
});
