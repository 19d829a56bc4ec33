import { describe, expect, it } from 'vitest';
import { blockingKeys, type Identified, sameness } from '../../../../lib/core/model/identity.ts';
import fc from '../../../fixtures/properties.ts';

const paper = (title: string, more: Partial<Identified> = {}): Identified => ({ title, ids: {}, ...more });
const LONG = 'Score-Based Generative Modeling';

describe('sameness', () => {
  it.each<[is: string, why: string, a: Identified, b: Identified]>([
    ['same', 'an equal title, spelled differently', paper(LONG), paper('Score-based generative modeling')],
    [
      'same',
      'a preprint and its published version',
      paper(LONG, { ids: { arxiv: '2011.13456' }, year: 2020 }),
      paper(LONG, { ids: { doi: '10.1145/1' }, year: 2021 }),
    ],
    [
      'same',
      'a shared number under titles that are alike',
      paper('Diffusion Models Beat GANs', { ids: { arxiv: '2105.05233' } }),
      paper('Diffusion Models Beat GANs on Image Synthesis', { ids: { arxiv: '2105.05233' } }),
    ],
    [
      'doubtful',
      'an equal title with two numbers of arXiv',
      paper(LONG, { ids: { arxiv: '2011.13456' } }),
      paper(LONG, { ids: { arxiv: '2111.13456' } }),
    ],
    [
      'doubtful',
      'an equal title, other first authors, years apart',
      paper('Robust Statistics of Today', { authors: [{ given: 'Peter', family: 'Huber' }], year: 1981 }),
      paper('Robust Statistics of Today', { authors: [{ given: 'Ricardo', family: 'Maronna' }], year: 2009 }),
    ],
    ['doubtful', 'a short title without more', paper('Deep Learning'), paper('Deep learning')],
    [
      'same',
      'a short title with the same author and year',
      paper('Deep Learning', { authors: [{ given: 'Yann', family: 'LeCun' }], year: 2015 }),
      paper('Deep learning', { authors: [{ given: 'Y.', family: 'LeCun' }], year: 2015 }),
    ],
    ['same', 'a short title of which neither says more', paper('Segment Anything'), paper('Segment anything')],
    ['same', 'a short title of one year', paper('Mamba', { year: 2023 }), paper('Mamba', { year: 2023 })],
    ['doubtful', 'a short title of two years', paper('Mamba', { year: 2022 }), paper('Mamba', { year: 2023 })],
    [
      'doubtful',
      'a short title of which only one says more',
      paper('Segment Anything'),
      paper('Segment Anything', { authors: [{ given: 'Alexander', family: 'Kirillov' }], year: 2023 }),
    ],
    [
      'same',
      'a generic title by the same author, without a year',
      paper('Preface', { authors: [{ given: 'A', family: 'B' }] }),
      paper('Preface', { authors: [{ given: 'A', family: 'B' }] }),
    ],
    [
      'doubtful',
      'a generic title by different authors',
      paper('Preface', { authors: [{ given: 'A', family: 'B' }] }),
      paper('Preface', { authors: [{ given: 'C', family: 'D' }] }),
    ],
    [
      'doubtful',
      'a shared DOI under unlike titles',
      paper('Attention Is All You Need', { ids: { doi: '10.1145/1' } }),
      paper('Graph Neural Networks at Scale', { ids: { doi: '10.1145/1' } }),
    ],
    [
      'different',
      "a volume's DOI on papers of different authors",
      paper('Attention Is All You Need', { ids: { doi: '10.1145/1' }, authors: [{ given: 'A', family: 'B' }] }),
      paper('Graph Neural Networks at Scale', { ids: { doi: '10.1145/1' }, authors: [{ given: 'C', family: 'D' }] }),
    ],
    [
      'doubtful',
      'a slip, with the same first author',
      paper('Score-Based Generative Modelling', { authors: [{ given: 'Yang', family: 'Song' }] }),
      paper(LONG, { authors: [{ given: 'Y.', family: 'Song' }] }),
    ],
    [
      'doubtful',
      'a title without its subtitle, in the same year',
      paper('The Forgotten Art of Sampling', { year: 2020 }),
      paper('The Forgotten Art of Sampling: A Survey', { year: 2020 }),
    ],
    [
      'different',
      'parts that are numbered',
      paper('A Theory of Everything in Learning I', { year: 2020 }),
      paper('A Theory of Everything in Learning II', { year: 2020 }),
    ],
    [
      'different',
      'versions that are numbered',
      paper('The Large Model Report 2', { year: 2020 }),
      paper('The Large Model Report 3', { year: 2020 }),
    ],
    ['different', 'a slip between strangers', paper('Score-Based Generative Modelling'), paper(LONG)],
  ])('is %s for %s', (is, _, a, b) => {
    expect(sameness(a, b)).toBe(is);
    expect(sameness(b, a)).toBe(is);
  });

  const identified = fc.record({
    title: fc.constantFrom(
      LONG,
      `${LONG} II`,
      'Deep Learning',
      'Preface',
      'Score-Based Generative Modelling',
      `${LONG}: A Survey`,
    ),
    year: fc.option(fc.constantFrom(2019, 2020, 2021), { nil: undefined }),
    authors: fc.option(fc.constantFrom([{ given: 'Yang', family: 'Song' }], [{ given: 'Jonathan', family: 'Ho' }]), {
      nil: undefined,
    }),
    ids: fc.constantFrom<Identified['ids']>({}, { arxiv: '2011.13456' }, { arxiv: '2105.05233' }, { doi: '10.1145/1' }),
  });

  it('is symmetric, and papers that are not different share a blocking key', () => {
    fc.assert(
      fc.property(identified, identified, (a, b) => {
        expect(sameness(a, b)).toBe(sameness(b, a));
        expect(sameness(a, a)).not.toBe('different');
        const keys = new Set(blockingKeys(a));
        if (sameness(a, b) !== 'different') expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true);
      }),
    );
  });
});
