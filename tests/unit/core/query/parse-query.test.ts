import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/core/query/parse-query.ts';
import { quotedValue } from '../../../../lib/core/query/quotation-marks.ts';

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
    ['gan is:red', 4, 10, '“is:” knows saved, unread, reading and read, not “red”.', 'is:read'],
    ['has:pdf gan', 0, 7, '“has:” knows code, note and link, not “pdf”.'],
    [
      'titel:gan',
      0,
      9,
      'There is no filter “titel:”. There are title:, abstract:, author:, year:, venue:, tag:, note:, digest:, source:, added:, saved:, read:, is:, has: and sort:.',
      'title:gan',
    ],
    ['title: gan', 0, 6, 'Write what is meant right after “title:”, without a space: title:diffusion.'],
    ['year:abc', 0, 8, '“year:” takes a year, or years such as 2019..2023, not “abc”.'],
    ['year:21 gan', 0, 7, '“year:” takes a year, or years such as 2019..2023, not “21”.'],
    ['year: gan', 0, 5, 'Write what is meant right after “year:”, without a space: year:2021.'],
    ['is: saved', 0, 3, 'Write what is meant right after “is:”, without a space: is:saved.'],
  ])(
    'explains what is wrong in %j, where it is, and what may be meant',
    (text, start, end, message, instead?: string) => {
      expect(parseQuery(text).problems).toEqual([{ start, end, message, ...(instead && { instead }) }]);
    },
  );

  it.each([
    ['titel:gan', 'title:gan'],
    ['tags:later', 'tag:later'],
    ['-tilte:"two words"', '-title:"two words"'],
    ['notes:x', 'note:x'],
    ['is:saevd x', 'is:saved'],
    ['has:cod x', 'has:code'],
    ['autor:smith', 'author:smith'],
    ['language:en', undefined],
  ])('guesses what is meant by %s', (text, instead) => {
    expect(parseQuery(text).problems.map((problem) => problem.instead)).toEqual([instead]);
  });

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
