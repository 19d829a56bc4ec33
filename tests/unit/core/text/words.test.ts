import { describe, expect, it } from 'vitest';
import { formsOf, queryWords, wordsOf } from '../../../../lib/core/text/words.ts';
import fc from '../../../fixtures/properties.ts';

describe('wordsOf', () => {
  it.each<[text: string, words: string[]]>([
    ['Low-rank (LoRA) models.', ['Low-rank', 'LoRA', 'models']],
    ['S^{2}FT: ell_p', ['S^{2}FT', 'ell_p']],
    ["Fr\\'echet's", ["Fr\\'echet's"]],
    ['PFGM++, CFG++: a+b', ['PFGM++', 'CFG++', 'a+b']],
    ['∞-Diff α x', ['∞-Diff', 'α', 'x']],
    ['— “” 🙂 \\', []],
    ['深度学习 and', ['深度学习', 'and']],
    ['', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are where their letters next occur, with no letter or digit between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          const start = text.indexOf(word, end);
          expect(start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, start)).not.toMatch(/[\p{L}\p{N}]/u);
          end = start + word.length;
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});

describe('formsOf', () => {
  it.each<[word: string, forms: string[]]>([
    ['Networks', ['network']],
    ['low-rank', ['low', 'rank', 'lowrank']],
    ['GraNet', ['granet', 'gra', 'net']],
    ['S^{2}FT', ['s2ft']],
    ['∞-Diff', ['infty', 'diff', 'inftydiff']],
    ['--', []],
  ])('of %j are %j', (word, forms) => {
    expect(formsOf(word)).toEqual(forms);
  });

  it('contain the form that a query for the word looks up', () => {
    for (const word of ['Text-to-image', 'ResNet50', 'PFGM++', 'Behaviour', 'GANs', 'm2mKD', "model's", 'ell_p']) {
      expect(formsOf(word)).toEqual(expect.arrayContaining(queryWords(word)));
    }
  });
});

describe('queryWords', () => {
  it.each<[query: string, words: string[]]>([
    ['text-to-image', ['text', 'to', 'image']],
    ['  Fréchet   Means ', ['frechet', 'mean']],
    ['S²FT / ∞', ['s2ft', 'infty']],
    ['models models', ['model', 'model']],
    ['"—"', []],
  ])('of %j are %j', (query, words) => {
    expect(queryWords(query)).toEqual(words);
  });
});

describe('the stem of a word', () => {
  const stem = (word: string): string => queryWords(word).join();

  it.each([
    ['networks', 'network'],
    ['losses', 'loss'],
    ['boxes', 'box'],
    ['branches', 'branch'],
    ['studies', 'study'],
    ['optimisation', 'optimization'],
    ['optimising', 'optimizing'],
    ['regularised', 'regularized'],
    ['behaviours', 'behavior'],
    ['coloured', 'colored'],
  ])('joins %j with %j', (word, other) => {
    expect(stem(word)).toBe(stem(other));
  });

  it.each([
    'class',
    'analysis',
    'corpus',
    'this',
    'gas',
    'is',
    'our',
    'four',
    'hour',
    'noise',
    'raise',
    'wise',
    'general',
    'generate',
  ])('leaves %j as it is', (word) => {
    expect(stem(word)).toBe(word);
  });

  it.each([
    ['general', 'generate'],
    ['model', 'modal'],
    ['noise', 'nose'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});
