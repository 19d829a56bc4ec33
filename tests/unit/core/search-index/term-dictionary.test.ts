import { describe, expect, it } from 'vitest';
import { packStrings } from '../../../../lib/core/search-index/packed-utf16.ts';
import { TermDictionary } from '../../../../lib/core/search-index/term-dictionary.ts';
import fc from '../../../fixtures/properties.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 }),
  fc.constantFrom('diffusion', 'difusion', 'diffuse', '深度', 'größe', 'z'),
);
const words = fc.uniqueArray(word, { maxLength: 60 }).map((all) => all.sort());
const tableOf = (all: string[]): TermDictionary => new TermDictionary(packStrings(all));

/** Optimal string alignment distance by its definition. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
  const at = (i: number, j: number): number => rows[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const choices = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) choices.push(at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = Math.min(...choices);
    }
  }
  return at(a.length, b.length);
}

describe('TermDictionary', () => {
  it('finds every word, and no other', () => {
    fc.assert(
      fc.property(words, word, (all, asked) => {
        const table = tableOf(all);
        for (const [i, each] of all.entries()) expect([table.termAt(i), table.find(each)]).toEqual([each, i]);
        expect(table.find(asked)).toBe(all.indexOf(asked));
      }),
    );
  });

  it('finds the words with a prefix', () => {
    fc.assert(
      fc.property(words, fc.oneof(word, fc.constant('')), (all, beginning) => {
        const [from, to] = tableOf(all).prefixRange(beginning);
        expect(all.slice(from, to)).toEqual(all.filter((each) => each.startsWith(beginning)));
      }),
    );
  });

  it('finds the words within some edits, swapped letters counting as one', () => {
    fc.assert(
      fc.property(words, word, fc.integer({ min: 0, max: 3 }), (all, asked, most) => {
        const table = tableOf(all);
        const near = table.fuzzy(asked, most).map(({ word, distance }) => [table.termAt(word), distance]);
        const expected = all
          .map((each) => [each, distance(each, asked)])
          .filter(([, edits]) => (edits as number) <= most);
        expect(near).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
