import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../../lib/core/search/excerpt.ts';
import { findMarks } from '../../../../lib/core/search/highlight-terms.ts';
import fc from '../../../fixtures/properties.ts';

const filler = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const textOf = (text: string, words: string[], length?: number): string =>
  excerpt(text, findMarks(text, words), length)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('excerpt', () => {
  it('is the whole of a short text', () => {
    expect(textOf('A short text.', ['short'])).toBe('A [short] text.');
    expect(textOf('', [])).toBe('');
  });

  it('begins at the start when nothing is marked', () => {
    expect(textOf(filler(100), [])).toMatch(/^word0 word1 .*\d…$/);
  });

  it('begins a little before the first marked word', () => {
    const text = textOf(`${filler(50)} lottery tickets ${filler(50)}`, ['lottery']);
    expect(text).toMatch(/^…word\d+ (?:word\d+ )*\[lottery\] tickets word0 .*word\d+…$/);
    expect(text.indexOf('[')).toBeLessThan(25);
  });

  it('is from where most different words are close together', () => {
    const text = `pruning pruning pruning ${filler(50)} pruning lottery tickets ${filler(50)} lottery ${filler(50)}`;
    expect(textOf(text, ['pruning', 'lottery', 'ticket'])).toContain('[pruning] [lottery] [tickets]');
  });

  it('has no two plain pieces in a row, like HTML that a browser has parsed', () => {
    const text = `${filler(20)} lottery tickets ${filler(50)}`;
    expect(excerpt(text, findMarks(text, ['lottery']), 60).map((piece) => piece.marked)).toEqual([false, true, false]);
    expect(excerpt(text, [], 60)).toHaveLength(1);
    expect(excerpt('lottery', findMarks('lottery', ['lottery']))).toHaveLength(1);
  });

  it('has about the length asked for and is a stretch of the text', () => {
    const word = fc.constantFrom('diffusion', 'of', 'sparse', 'x'.repeat(70), 'lottery', 'Größe', '𝐀𝐁');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 80 }),
        fc.subarray(['diffusion', 'lottery', 'grosse']),
        fc.integer({ min: 40, max: 200 }),
        (parts, words, length) => {
          const text = parts.join(' ');
          const pieces = excerpt(text, findMarks(text, words), length);
          const shown = pieces.map((piece) => piece.text).join('');
          expect(text).toContain(shown.replace(/^…/, '').replace(/…$/, ''));
          expect(shown.length).toBeLessThanOrEqual(length + 2);
          if (text.length > length) expect(shown.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('contains the mark that it was made for', () => {
    for (let at = 0; at < 60; at++) {
      const text = textOf(`${filler(at)} lottery ${filler(60 - at)}`, ['lottery']);
      expect(text).toContain('[lottery]');
    }
  });
});
