import { describe, expect, it } from 'vitest';
import { mergeNotes } from '../../../../lib/core/model/merge-notes.ts';
import fc from '../../../fixtures/properties.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 6 }).map((lines) => lines.join('\n'));

describe('mergeNotes', () => {
  it.each([
    ['', 'theirs', 'ours', 'theirs\n\n---\n\nours'],
    ['x', 'x', 'ours', 'ours'],
    ['x', 'theirs', 'x', 'theirs'],
    ['x', 'same', 'same', 'same'],
    ['a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
    ['a\nb\nc', 'a\nb\nC', 'A\nb\nc', 'A\nb\nC'],
    ['a\nb', 'a\nthis', 'a\nthat', 'a\nthis\n\n---\n\nthat'],
    ['See', 'See 3', 'See 3 and 4', 'See 3 and 4'],
    ['a\nb\nc', 'a\nc', 'a\nB\nc', 'a\nB\nc'],
  ])('of %j makes of %j and %j the text %j', (base, theirs, ours, merged) => {
    expect(mergeNotes(base, theirs, ours)).toBe(merged);
  });

  it('keeps every line that either side wrote', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, ours) => {
        const known = new Set(base.split('\n'));
        const merged = new Set(mergeNotes(base, theirs, ours).split('\n'));
        const written = [...theirs.split('\n'), ...ours.split('\n')].filter((line) => !known.has(line));
        // A line that goes on where the other’s ends is kept within it.
        expect(written.filter((line) => ![...merged].some((kept) => kept.startsWith(line)))).toEqual([]);
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, ours) => {
        const merged = mergeNotes(base, theirs, ours);
        expect(mergeNotes(ours, merged, ours)).toBe(merged);
        expect(mergeNotes(theirs, theirs, merged)).toBe(merged);
      }),
    );
  });
});
