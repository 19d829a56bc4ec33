import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/core/query/parse-query.ts';
import { quotedValue } from '../../../../lib/core/query/quotation-marks.ts';
import fc from '../../../fixtures/properties.ts';

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

  it('separates words, phrases, excluded words and filters', () => {
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
    ['gan is:red', { start: 4, end: 10, kind: 'wrong-value', name: 'is', value: 'red' }],
    ['titel:"a b"', { start: 0, end: 11, kind: 'unknown-filter', name: 'titel', value: 'a b', quoted: true }],
    ['-titel:gan', { start: 0, end: 10, kind: 'unknown-filter', name: 'titel', value: 'gan', negated: true }],
    ['title: gan', { start: 0, end: 6, kind: 'no-value', name: 'title', value: '' }],
    ['year:21 gan', { start: 0, end: 7, kind: 'wrong-value', name: 'year', value: '21' }],
    ['saved:may gan', { start: 0, end: 9, kind: 'wrong-value', name: 'saved', value: 'may' }],
  ])('says what is wrong in %j, and where', (text, problem) => {
    expect(parseQuery(text).problems).toEqual([{ quoted: false, negated: false, ...problem }]);
  });

  it.each(['year:20', 'saved:2026-1', 'read:2026-05..', 'added:20'])(
    'has no problem while %j is being typed',
    (text) => {
      expect(parseQuery(text).problems).toEqual([]);
    },
  );

  it.each([
    '“anagram visual”',
    '„anagram visual“',
    '«anagram visual»',
    '»anagram visual«',
    '「anagram visual」',
    '『anagram visual』',
    '”anagram visual”',
    '＂anagram visual＂',
    '“anagram visual"',
    '"anagram visual”',
  ])('takes %s for a phrase, alone, after a minus and in a filter', (phrase) => {
    expect(parseQuery(phrase).phrases).toEqual(['anagram visual']);
    for (const minus of ['-', '−', '–', '－']) {
      expect(parseQuery(`x ${minus}${phrase} y`)).toMatchObject({
        words: ['x', 'y'],
        excluded: [{ value: 'anagram visual', quoted: true }],
      });
    }
    for (const colon of [':', '：']) {
      expect(parseQuery(`tag${colon}${phrase} y`).filters).toMatchObject([
        { operator: 'tag', value: 'anagram visual' },
      ]);
    }
  });

  it('reads back any value as it is written', () => {
    const value = fc.array(fc.constantFrom(...'"“”„«»「」 -:a日🔥')).map((all) => all.join(''));
    fc.assert(
      fc.property(value, (value) => {
        const { filters } = parseQuery(`x tag:${quotedValue(value)} y`);
        expect(filters.map((filter) => filter.value)).toEqual(value === '' ? [] : [value]);
      }),
      { numRuns: 3000 },
    );
  });
});
