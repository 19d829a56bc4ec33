import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { Scores } from '../../../lib/core/bm25.ts';
import { type AskedQuery, findCandidates, readQuery } from '../../../lib/core/candidates.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Paper } from '../../../lib/core/paper.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';

/** Papers that all have some common words; one in a thousand has a rare one too, and one in two thousand a common one more often. */
const papers: Paper[] = Array.from({ length: 40_000 }, (_, i) => {
  const title = `${i} ${i % 200 === 0 ? 'themes' : 'paper'}`;
  const abstract = `the then them these of and ${i % 1000 === 0 ? 'needle' : 'hay'} ${i % 2000 === 0 ? 'and and' : ''}`;
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

  it('are not looked for by a beginning that most papers have, beside other words', () => {
    const found = (query: string): unknown[] => findCandidates(index, asked(query), 40, () => true);
    expect(found('needle th')).toEqual(found('needle'));
    expect(found('needle the')).not.toEqual(found('needle'));
    expect(asked('needle the').plan.map(({ meant }) => meant.length)).toEqual([1, 1]);
    expect(asked('needle then').plan.map(({ meant }) => meant.length)).toEqual([1, 1]);
  });

  it('are those whose title has a word that begins so, where most papers have one', () => {
    const found = findCandidates(index, asked('th'), 1000, () => true);
    expect(found.map(({ paper }) => index.titleOf(paper)).filter((title) => !title.endsWith('themes'))).toEqual([]);
    expect(found).toHaveLength(200);
    expect(asked('the').plan).toEqual([expect.objectContaining({ text: 'the', isBeginning: true })]);
    expect(findCandidates(index, asked('the'), 1000, () => true)).toHaveLength(1000);
  });

  it('are as many as are asked for, of those that may answer', () => {
    const odd = (paper: number): boolean => paper % 2 === 1;
    const found = findCandidates(index, asked('the of and nonsense'), 100, odd);
    expect(found).toHaveLength(100);
    expect(found.every(({ paper }) => odd(paper))).toBe(true);
  });
});

describe('candidates while a query is typed', () => {
  const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
  const indexes = [indexPapers(papers), indexPapers(papers.slice(100))] as const;
  const whole = 'large language models of vision and language';
  const typed = Array.from(whole, (_, i) => whole.slice(0, i + 1));
  const queries = [...typed, ...typed.toReversed(), 'models large', 'models language', 'large models', 'models'];

  it.each(['by one reader', 'in two catalogues by turns'])('are those of the whole query, %s', (how) => {
    for (const [i, query] of queries.entries()) {
      const index = indexes[how === 'by one reader' ? 0 : ((i % 2) as 0 | 1)];
      const asked = readQuery(index, query) as AskedQuery;
      const scores = new Scores(index);
      for (const { meant } of asked.plan) scores.add(meant, 'all');
      const all = scores.best(40, () => true);
      const found = findCandidates(index, asked, 40, () => true).slice(0, all.length);
      const told = (of: { paper: number; score: number }[]) => of.map(({ paper, score }) => [paper, score.toFixed(8)]);
      expect(told(found)).toEqual(told(all));
    }
  });
});
