import { describe, expect, it } from 'vitest';
import { nameDigests } from '../../../../lib/core/digests/name-digests.ts';

const digest = (date: string | null, ...titles: string[]) => ({
  date,
  entries: titles.map((title) => ({ title, abstract: '' })),
});
const times = (count: number, title: string): string[] => Array.from({ length: count }, (_, i) => `${title} ${i}`);

describe('The names of digests', () => {
  it('have the date, how many papers there are, and the subjects that set a digest apart', () => {
    const names = nameDigests([
      digest('Mar 12', ...times(5, 'Pruning Diffusion'), ...times(3, 'Lottery Tickets'), 'Diffusion of a Gas'),
      digest(null, ...times(4, 'Editing Faces by Diffusion')),
    ]);
    expect(names).toEqual([
      'Mar 12 · 9 papers · pruning diffusion, lottery tickets',
      '4 papers · editing faces, diffusion',
    ]);
  });

  it('tell digests of one day apart', () => {
    const [first, second] = nameDigests([
      digest('Mar 12', ...times(5, 'Pruning Trees')),
      digest('Mar 12', ...times(7, 'Variance of Walks')),
    ]);
    expect(first).not.toBe(second);
  });

  it('have no subject of which hardly any title is, nor words that are in titles of any subject', () => {
    expect(nameDigests([digest('May 1', 'A New Method for Learning with GANs', 'On Its Own')])).toEqual([
      'May 1 · 2 papers',
    ]);
    expect(nameDigests([digest(null, '深度')])).toEqual(['1 paper']);
    const many = nameDigests([digest(null, ...times(97, 'A'), ...times(3, 'Sparse Gates')), digest(null, 'B')]);
    expect(many[0]).toBe('100 papers');
  });

  it('keep the capitals of names and abbreviations, and count plurals with their singular', () => {
    const [name] = nameDigests([
      digest(null, 'GaNet Few-Shot', 'GaNets Few-Shot', 'Few-Shot GaNet'),
      digest(null, 'B'),
    ]);
    expect(name).toBe('3 papers · few-shot, GaNet');
  });
});
