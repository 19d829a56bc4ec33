import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { ID_SEEDS, paperIdFromHalves, paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { murmur3, unitsOf } from '../../../../lib/core/text/hash.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;

describe('paperIdOf', () => {
  // Reading lists hold these ids: another id for the same title would orphan what readers have
  // saved.
  it.each([
    ['Iterative α-(de)Blending: a Minimalist Deterministic Diffusion Model', 'c9a669cb6452fcca'],
    [
      'Template estimation in computational anatomy: Fréchet means in top and quotient spaces are not consistent',
      'd9465b75e8897a7f',
    ],
    ['PFGM++: Unlocking the Potential of Physics-Inspired Generative Models', 'bae0d938a2091caa'],
    ['S^{2}FT: Efficient, Scalable and Generalizable LLM Fine-tuning by Structured Sparsity', 'b0c561d2f3a81842'],
    ['Neural Metamorphosis', 'fc197de6c8b9cf83'],
    ['Repelling Random Walks', '00c4053eb7dcb1b7'],
  ])('gives %j the id that it has always had', (title, id) => {
    expect(paperIdOf(title)).toBe(id);
    expect(papers.find((paper) => paper.title === title)?.id).toBe(id);
  });

  it.each([
    ['Neural Metamorphosis', ' neural   METAMORPHOSIS. '],
    ['infty-Diff: Infinite Resolution', '∞-Diff – Infinite Resolution'],
    ['S^{2}FT: Efficient, Scalable', 'S$^{2}$FT: Efficient Scalable'],
    ['Fréchet means', String.raw`Fr\'echet Means`],
  ])('is the same for %j and %j', (a, b) => {
    expect(paperIdOf(a)).toBe(paperIdOf(b));
  });

  it('differs for different titles', () => {
    expect(paperIdOf('𠀋𠮟の機械学習')).not.toBe(paperIdOf('𠀋𠮟の機械翻訳'));
    expect(paperIdOf('PFGM: Unlocking')).not.toBe(paperIdOf('PFGM++: Unlocking'));
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(290);
  });

  it('is 16 hexadecimal digits', () => {
    for (const title of ['', 'x', ...papers.map((paper) => paper.title)])
      expect(paperIdOf(title)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('murmur3', () => {
  it('hashes a part of an array as it hashes the part alone', () => {
    const letters = unitsOf('xxneuralyy');
    expect(murmur3(letters, 2, 8, 1)).toBe(murmur3(unitsOf('neural'), 0, 6, 1));
    expect(murmur3(letters, 2, 8, 1)).not.toBe(murmur3(letters, 2, 8, 2));
    expect(murmur3(letters, 2, 8, 1)).not.toBe(murmur3(letters, 1, 8, 1));
  });

  it('depends on every letter and its position', () => {
    const hash = (text: string): number => murmur3(unitsOf(text), 0, text.length, ID_SEEDS[0]);
    const texts = ['', 'a', 'aa', 'aaa', 'ab', 'ba', 'b', 'abc', 'acb', 'a\u0000'];
    expect(new Set(texts.map(hash)).size).toBe(texts.length);
  });

  it('scatters over all 32 bits', () => {
    const counts = new Array<number>(32).fill(0);
    for (let i = 0; i < 2000; i++) {
      const hash = murmur3(unitsOf(`title${i}`), 0, `title${i}`.length, ID_SEEDS[1]);
      for (let bit = 0; bit < 32; bit++) counts[bit] = (counts[bit] as number) + ((hash >>> bit) & 1);
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('paperIdFromHalves', () => {
  it('pads both halves', () => {
    expect(paperIdFromHalves(0xab, 0x1)).toBe('000000ab00000001');
    expect(paperIdFromHalves(0xffffffff, 0)).toBe('ffffffff00000000');
  });
});
