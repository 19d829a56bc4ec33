import { describe, expect, it } from 'vitest';
import { nameDigests } from '../../../lib/core/digest-name.ts';

const digest = (date: string | null, ...titles: string[]) => ({
  date,
  entries: titles.map((title) => ({ title, abstract: '' })),
});

describe('nameDigests', () => {
  it('names the words that set a digest apart, after its date', () => {
    const names = nameDigests([
      digest('Mar 12', 'Pruning Diffusion', 'Pruning Transformers', 'Lottery Diffusion'),
      digest(null, 'Editing Diffusion', 'Editing Faces', 'Faces of Diffusion'),
    ]);
    expect(names).toEqual(['Mar 12 · pruning, lottery, transformers', 'editing, faces, diffusion']);
  });

  it('leaves out words that say nothing, and short ones', () => {
    expect(nameDigests([digest('May 1', 'A New Method for Learning with GANs', 'On Its Own')])).toEqual([
      'May 1 · gans',
    ]);
  });

  it('keeps compounds and counts a word once a title', () => {
    const [name] = nameDigests([
      digest(null, 'Few-shot few-shot few-shot Alpha', 'Alpha Beta', 'Beta Gamma'),
      digest(null, 'Delta'),
    ]);
    expect(name).toBe('alpha, beta, few-shot');
  });

  it('gives a digest without telling words its date alone', () => {
    expect(nameDigests([digest('May 1', '深度')])).toEqual(['May 1']);
  });
});
