import { describe, expect, it } from 'vitest';
import { formatList } from '../../../lib/words/lists.ts';
import { formatNumber } from '../../../lib/words/numbers.ts';
import { language, t } from '../../../lib/words/words.ts';

describe('t', () => {
  it('chooses the form by the number', () => {
    const forms = [0, 1, 2, 12_000].map((count) => t('shared.papers', count, { n: formatNumber(count) }));
    expect(forms).toEqual(['0 papers', '1 paper', '2 papers', '12,000 papers']);
  });

  it('inserts values as they are, whatever they contain', () => {
    expect(t('list.didSaveOne', { title: '$1 {title} | $&' })).toBe('Saved “$1 {title} | $&”');
  });

  it('leaves placeholders for elements in a message without values', () => {
    expect((t as (key: string) => string)('welcome.accessHint')).toContain('{settings}');
  });
});

it('writes lists without a comma before the last', () => {
  expect(language()).toBe('en-US');
  expect(formatList(['year:', 'tag:', 'note:'])).toBe('year:, tag: and note:');
});
