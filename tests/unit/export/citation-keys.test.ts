import { describe, expect, it } from 'vitest';
import { citationKeys } from '../../../lib/export/citation-keys.ts';
import { bundledPapers, nastyText, paperOf } from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

const keyOf = (title: string): string | undefined => [...citationKeys([paperOf(title)]).values()][0];

describe('A citation key', () => {
  it.each([
    ['EpiGRAF: Rethinking training of 3D GANs', 'epigrafRethinkingTraining'],
    ['S^{2}FT: Efficient, Scalable and Generalizable LLM Fine-tuning', 's2ftEfficientScalable'],
    ['Iterative α-(de)Blending: a Minimalist Model', 'iterativeAlphaDe'],
    ['Fréchet means', 'frechetMeans'],
    ['0.1% Data Makes Segment Anything Slim', 'p01Data'],
    ['To Be or Not', 'toBeOr'],
    ['扩散模型', 'paper'],
  ])('of %j is %s', (title, key) => {
    expect(keyOf(title)).toBe(key);
  });

  it('is different for each bundled paper, and the same whatever else is in the catalogue', () => {
    const keys = citationKeys(bundledPapers);
    expect(new Set(keys.values()).size).toBe(bundledPapers.length);
    for (const paper of bundledPapers) expect([...citationKeys([paper]).values()]).toEqual([keys.get(paper.id)]);
  });

  it('has a part of the id if another paper would have the same key, in whatever order they come', () => {
    const papers = [paperOf('Deep Random Forests A'), paperOf('Deep random: forests B'), paperOf('Other')];
    const keys = citationKeys(papers);
    expect([...keys.values()]).toEqual([
      `deepRandomForests-${papers[0]?.id.slice(0, 6)}`,
      `deepRandomForests-${papers[1]?.id.slice(0, 6)}`,
      'other',
    ]);
    expect(citationKeys([...papers].reverse())).toEqual(keys);
  });

  it('has only letters and digits that every program accepts, whatever the title', () => {
    fc.assert(
      fc.property(nastyText, (title) => {
        expect(keyOf(title)).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      }),
    );
  });

  it.each([
    [[{ family: 'Song', given: 'Yang' }], 2021, 'song2021iterative'],
    [[{ family: 'van den Oord' }, { family: 'Song' }], undefined, 'oorditerative'],
    [[{ family: '王' }], 2021, 'iterativeMinimalistModel'],
    [[], 2021, 'iterativeMinimalistModel'],
  ])('of %j in %s is %s', (authors, year, key) => {
    const paper = paperOf('Iterative: a Minimalist Model', { authors, ...(year && { year }) });
    expect([...citationKeys([paper]).values()]).toEqual([key]);
  });
});
