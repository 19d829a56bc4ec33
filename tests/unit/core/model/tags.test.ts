import { describe, expect, it } from 'vitest';
import { tagKey } from '../../../../lib/core/model/tag-key.ts';
import {
  cleanTag,
  splitTags,
  tagsByUse,
  withoutTags,
  withRenamedTag,
  withTags,
} from '../../../../lib/core/model/tags.ts';
import fc from '../../../fixtures/properties.ts';

describe('A tag', () => {
  it.each([
    ['Self-Supervised', 'self supervised', true],
    ['Bézier', 'bezier', true],
    ['C', 'C++', false],
    ['🔥', '❄️', false],
    ['to read', 'to_read', true],
  ])('%s and %s are the same: %s', (a, b, same) => {
    expect(tagKey(a) === tagKey(b)).toBe(same);
  });

  it('is kept as it is written, but for spaces and commas', () => {
    expect(cleanTag('  My \t Tag, ')).toBe('My Tag');
    expect(cleanTag(' , ')).toBe('');
    expect(cleanTag(' - ')).toBe('');
  });

  it('is added only once, in whatever spelling', () => {
    const tags = fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'A', 'a-b', 'A b', '#')));
    fc.assert(
      fc.property(tags, tags, (first, second) => {
        const all = withTags(withTags([], first), second);
        const keys = all.map(tagKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain('');
        expect(withoutTags(all, second)).toEqual(withoutTags(withTags([], first), second));
      }),
    );
  });

  it('is removed also when it is written with commas', () => {
    expect(withoutTags(withTags([], ['\\b,!']), ['\\b,!'])).toEqual([]);
  });

  it('is renamed in place, and merges with another of that name', () => {
    expect(withRenamedTag(['a', 'b', 'c'], 'B', 'x')).toEqual(['a', 'x', 'c']);
    expect(withRenamedTag(['a', 'b', 'c'], 'a', 'C')).toEqual(['c', 'b']);
    expect(withRenamedTag(['a'], 'z', 'x')).toEqual(['a']);
  });
});

describe('splitTags', () => {
  it.each(['a,b', 'a，b', 'a、b', 'a､b', 'a،b', 'a﹐b', 'a፣b', 'a\nb'])('separates two tags in %j', (text) => {
    expect(splitTags(text)).toEqual(['a', 'b']);
    expect(cleanTag(text)).toBe('a b');
  });

  it('splits at nothing but commas', () => {
    expect(splitTags('a;b · c’d')).toEqual(['a;b · c’d']);
  });
});

describe('tagsByUse', () => {
  it('counts all spellings of a tag together, the most used tag first, in its most frequent spelling', () => {
    const entries = [['GAN', 'b'], ['gan'], ['GAN', 'a'], ['b']].map((tags) => ({ tags }));
    expect(tagsByUse(entries)).toEqual([
      { tag: 'GAN', count: 3 },
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
    ]);
  });
});
