import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../lib/core/excerpt.ts';
import { type MarkedPiece, markWords } from '../../../lib/core/mark-words.ts';
import { formsOf } from '../../../lib/core/words.ts';

const text = (pieces: MarkedPiece[]): string => pieces.map((piece) => piece.text).join('');
const marked = (pieces: MarkedPiece[]): string[] => pieces.filter((piece) => piece.marked).map((piece) => piece.text);

const abstract =
  'We study how samplers behave when time runs out. Many sentences follow that have nothing to do with it at all. ' +
  'In the end guided diffusion is distilled into a student that needs four steps, and diffusion alone is not named again.';

describe('excerpt', () => {
  it('is the whole text when that is short', () => {
    expect(excerpt([{ text: 'Short.', marked: false }])).toEqual([{ text: 'Short.', marked: false }]);
  });

  it('begins at the beginning when nothing is marked, and ends at a word', () => {
    expect(text(excerpt(markWords(abstract, []), 30))).toBe('We study how samplers behave…');
  });

  it('stands around the match, begins at a word and keeps the marks', () => {
    const cut = excerpt(markWords(abstract, ['distilled']), 60);
    expect(text(cut)).toBe('…diffusion is distilled into a student that needs four steps,…');
    expect(marked(cut)).toEqual(['distilled']);
  });

  it('prefers the place where most different words stand together', () => {
    const cut = excerpt(markWords(`Diffusion is old. ${abstract}`, ['diffusion', 'distilled']), 60);
    expect(marked(cut)).toEqual(['diffusion', 'distilled']);
  });

  it('cuts nothing but what it says it cuts', () => {
    for (const word of new Set(abstract.toLowerCase().match(/[a-z]+/g))) {
      const cut = text(excerpt(markWords(abstract, formsOf(word)), 50)).replace(/^…|…$/g, '');
      expect(abstract).toContain(cut);
      expect(cut.toLowerCase()).toContain(word);
    }
  });
});
