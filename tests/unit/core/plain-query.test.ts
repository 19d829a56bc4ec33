import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainly } from '../../../lib/core/plain-query.ts';
import { queryContext } from '../../../lib/core/query-context.ts';
import { understand } from '../../../lib/core/query-understanding.ts';

const context = queryContext([], []);

describe('plainly', () => {
  it.each(['rethinking gans', 'EpiGRAF: Rethinking training of 3D GANs', 'text-to-image', 'S^{2}FT: efficient', ''])(
    'needs no language for %j',
    (text) => {
      expect(plainly(text)?.words).toBe(text);
    },
  );

  it.each([
    '"exact phrase"',
    'gan -pruning',
    '-gan',
    'title:gan',
    'Title:gan',
    'gan title: more',
    'Digest:',
    'nosuch:thing',
    'sort:saved',
  ])('leaves %j to the language', (text) => {
    expect(plainly(text)).toBeUndefined();
  });

  it('never says other than the language', () => {
    const piece = fc.constantFrom(
      ...'" - : :: -: is has title Title tag digest Sort gan EpiGRAF 3D-GAN saved low-rank é'.split(' '),
      ' ',
      '  ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const plain = plainly(text);
        if (!plain) return;
        const { words, where, order, problems } = understand(text, context);
        expect(plain.words.split(/\s+/)).toEqual(words.split(/\s+/));
        expect([where, order, problems]).toEqual([undefined, undefined, []]);
      }),
      { numRuns: 5000 },
    );
  });
});
