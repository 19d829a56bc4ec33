import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { markWords } from '../../../../lib/core/search/highlight-terms.ts';
import { formsOf, wordsOf } from '../../../../lib/core/text/words.ts';
import fc from '../../../fixtures/properties.ts';

const brackets = (text: string, words: string[]): string =>
  markWords(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('markWords', () => {
  it.each<[text: string, words: string[], marked: string]>([
    ['Low-rank models: Fréchet α.', ['rank', 'model', 'frechet', 'alpha'], '[Low-rank] [models]: [Fréchet] [α].'],
    ['PFGM++ and PFGM', ['pfgm++'], '[PFGM++] and PFGM'],
    ['diffusion Diffusions DIFFUSION', ['diffusion'], '[diffusion] [Diffusions] [DIFFUSION]'],
    ['nothing here', ['else'], 'nothing here'],
    ['nothing asked', [], 'nothing asked'],
    ['not a part of parting', ['part'], 'not a [part] of parting'],
    ['GraNet', ['net'], '[GraNet]'],
    ['a diffusing Diffusion of confusions', ['diff*', 'a'], '[a] [diffusing] [Diffusion] of confusions'],
    ['State-of-the-art Sparse models of Éire, x-S', ['s*'], '[State-of-the-art] [Sparse] models of Éire, [x-S]'],
    ['', ['x'], ''],
  ])('marks in %j for %j', (text, words, marked) => {
    expect(brackets(text, words)).toBe(marked);
  });

  it('gives pieces that joined are the text, none of them empty', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('low', '-rank', ' ', 'é', '𝐀', '. ', 'GraNet', '\u00ad')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.array(fc.nat(20)), (text, picks) => {
        const all = wordsOf(text).flatMap(formsOf);
        const words = picks.map((pick) => all[pick % Math.max(1, all.length)] ?? 'none');
        const pieces = markWords(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        if (all.length > 0 && words.length > 0) expect(pieces.some((piece) => piece.marked)).toBe(true);
      }),
    );
  });

  it('marks all words of which a form is wanted, and no others', () => {
    const plain = 'model Models MODEL parties Party gas Gases optimise optimizes colours color is a'.split(' ');
    const others = 'low-rank Low-ranks GraNet Nets naïve Élan elan PFGM++ S^{2}FT models-based'.split(' ');
    const word = fc.constantFrom(...plain, ...others);
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (text, asked) => {
        const wanted = asked.flatMap((word) => [...formsOf(word)]);
        const marked = markWords(text.join(' '), wanted).filter((piece) => piece.marked);
        const expected = text.filter((word) => formsOf(word).some((form) => wanted.includes(form)));
        expect(marked.map((piece) => piece.text)).toEqual(expected);
      }),
    );
  });

  it('marks the same words in bundled abstracts as a naive search', () => {
    const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
    const texts = papers.map(({ title, abstract }) => `${title} ${abstract}`);
    const forms = [...new Set(texts.flatMap((text) => wordsOf(text).flatMap(formsOf)))];
    const form = fc.tuple(fc.constantFrom(...forms), fc.option(fc.integer({ min: 1, max: 4 })));
    const asked = form.map(([form, typed]) => (typed === null ? form : `${form.slice(0, typed)}*`));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(asked, { minLength: 1, maxLength: 5 }), (text, words) => {
        const isWanted = (form: string): boolean =>
          words.some((word) => (word.endsWith('*') ? form.startsWith(word.slice(0, -1)) : form === word));
        const expected = wordsOf(text).filter((word) => formsOf(word).some(isWanted));
        const marked = markWords(text, words).filter((piece) => piece.marked);
        expect(marked.map((piece) => piece.text)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
