import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/core/query.ts';

const pieces = fc.constantFrom(
  'title:',
  'is:',
  'has:',
  'digest:',
  '"',
  '-',
  ':',
  ' ',
  'saved',
  'gan',
  'low-rank',
  '\n',
  '∞',
  'IS:',
);
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces).map((all) => all.join('')),
);

describe('A query', () => {
  it('is covered by its tokens, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tokens, problems } = parseQuery(text);
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const [i, { start, end }] of tokens.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBe(tokens[i - 1]?.end ?? 0);
        }
        for (const { start, end } of problems)
          expect(tokens.some((t) => t.start === start && t.end === end)).toBe(true);
      }),
    );
  });

  it('gives quoted phrases back as they were written', () => {
    const phrase = fc.string({ minLength: 1 }).filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(fc.array(phrase), (phrases) => {
        expect(parseQuery(phrases.map((text) => `"${text}"`).join(' ')).phrases).toEqual(phrases);
      }),
    );
  });

  it('tells words, phrases, what is unwanted and filters apart', () => {
    const parsed = parseQuery('low-rank "exact phrase" -gan -"two words" title:"3d gans" Is:Saved -has:code');
    expect(parsed).toMatchObject({
      words: ['low-rank'],
      phrases: ['exact phrase'],
      excluded: [
        { value: 'gan', quoted: false },
        { value: 'two words', quoted: true },
      ],
      filters: [
        { operator: 'title', value: '3d gans', negated: false },
        { operator: 'is', value: 'Saved', negated: false },
        { operator: 'has', value: 'code', negated: true },
      ],
      problems: [],
    });
  });

  it.each(['is:', 'is:sa', 'digest:', 'title:"', '-', '-is:', '"unclosed phr', 'has:c'])(
    'has no problem while %j is being typed',
    (text) => {
      expect(parseQuery(`words ${text}`).problems).toEqual([]);
      expect(parseQuery(`words ${text}`).filters).toEqual([]);
    },
  );

  it.each([
    'EpiGRAF: Rethinking training of 3D GANs',
    'Digest: a title',
    'https://arxiv.org/abs/1',
    'a - b',
    'RS2:Fast',
    'text-to-image',
    'is the sky blue',
  ])('takes %j for words', (text) => {
    const { problems, filters, words, excluded } = parseQuery(text);
    expect({ problems, filters, excluded }).toEqual({ problems: [], filters: [], excluded: [] });
    expect(words.join(' ')).toBe(text);
  });

  it.each([
    ['gan is:red', 4, 10, '“is:” knows saved, unread, reading and read, not “red”.'],
    ['has:pdf gan', 0, 7, '“has:” knows code, note and link, not “pdf”.'],
    [
      'titel:gan',
      0,
      9,
      'There is no filter “titel:”. There are title:, abstract:, tag:, digest:, is:, has: and sort:.',
    ],
    ['title: gan', 0, 6, 'Write what is meant right after “title:”, without a space: title:diffusion.'],
    ['is: saved', 0, 3, 'Write what is meant right after “is:”, without a space: is:saved.'],
  ])('explains what is wrong in %j, where it stands', (text, start, end, message) => {
    expect(parseQuery(text).problems).toEqual([{ start, end, message }]);
  });
});
