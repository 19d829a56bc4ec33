import { expect, it } from 'vitest';
import { differenceIn, summaryOf } from '../../../../components/import/import-sentences.ts';

const nothing = { files: [], gaining: 0, untitled: 0, cut: 0, skipped: 0, name: '', hasKeywords: false };
const none = { new: 0, have: 0, doubtful: 0, unreadable: 0 };

it('a preview says all that is left out', () => {
  const counts = { new: 271, have: 41, doubtful: 2, unreadable: 1 };
  const preview = { ...nothing, hasReaderData: false, counts, gaining: 12, untitled: 3, cut: 1, skipped: 1 };
  expect(summaryOf(preview)).toBe(
    '312 papers: 271 new · 41 you have (12 gain an abstract or a link) · 2 doubtful · 1 not readable · 3 without a title, left out · ' +
      '1 with a field of more than 100,000 characters, cut there · 1 line without a paper, left out',
  );
  expect(summaryOf({ ...nothing, hasReaderData: false, counts: { ...none, new: 1 } })).toBe('1 paper: 1 new');
});

it('a doubtful pair says what differs', () => {
  expect(differenceIn({ what: 'year', values: ['2015', '2016'] })).toBe('Year: 2015 or 2016');
  expect(differenceIn({ what: 'title', values: ['A', 'B'] })).toBe('The titles differ');
});
