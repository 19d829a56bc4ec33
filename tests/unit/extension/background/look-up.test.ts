import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/core/query/parse-query.ts';
import { selectedQuery } from '../../../../lib/core/query/selected-query.ts';
import { suggestionText } from '../../../../lib/extension/background/suggestion-text.ts';
import { searchOf, viewOf } from '../../../../lib/extension/browser/library-view.ts';
import { isQueue, queueSearchOf, queueViewOf } from '../../../../lib/extension/browser/queue-view.ts';
import fc from '../../../fixtures/properties.ts';

describe('A suggestion of the address bar', () => {
  it('is valid XML', () => {
    expect(suggestionText(`A & B < C > "D" 'E' \u0000\uD800 😀`)).toBe(
      'A &amp; B &lt; C &gt; &quot;D&quot; &apos;E&apos;    😀',
    );
  });
});

describe('Selected text', () => {
  it('becomes a query of words, whatever characters it contains', () => {
    expect(selectedQuery('  “is:saved” -gan\n"S^{2}FT"  digest: ')).toBe('is saved gan S^{2}FT digest');
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { filters, excluded, phrases, problems } = parseQuery(selectedQuery(text));
        expect([...filters, ...excluded, ...phrases, ...problems]).toEqual([]);
      }),
    );
  });
});

describe('A view of the library', () => {
  it('survives the round trip through its address', () => {
    const view = fc.record({
      query: fc.string(),
      digest: fc.option(fc.string({ minLength: 1 })),
      saved: fc.constantFrom('yes' as const, 'no' as const, 'reading' as const, null),
      tag: fc.option(fc.string({ minLength: 1 })),
      code: fc.boolean(),
      sort: fc.constantFrom('relevance' as const, 'digest' as const, 'saved' as const, 'year' as const),
      year: fc.constantFrom(null, 2021),
      venue: fc.constantFrom(null, 'ICLR & more'),
      paper: fc.option(fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(view, (view) => {
        expect(viewOf(searchOf(view))).toEqual(view);
      }),
    );
  });

  it('is the whole library if the address has no valid parameters', () => {
    const whole = {
      query: '',
      digest: null,
      saved: null,
      tag: null,
      year: null,
      venue: null,
      code: false,
      sort: 'relevance',
      paper: null,
    };
    expect(viewOf('')).toEqual(whole);
    expect(viewOf('?saved=perhaps&sort=colour&code=1')).toEqual(whole);
    expect(searchOf(viewOf(''))).toBe('');
  });
});

describe('A view of the reading list', () => {
  it('survives the round trip through its address', () => {
    const view = fc.record({
      query: fc.string(),
      status: fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const, null),
      tags: fc.array(fc.string({ minLength: 1 })),
      without: fc.array(fc.string({ minLength: 1 })),
      untagged: fc.boolean(),
      order: fc.constantFrom('hand' as const, 'saved' as const, 'title' as const),
      paper: fc.option(fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(view, (view) => {
        const search = queueSearchOf(view);
        expect(isQueue(search)).toBe(true);
        expect(queueViewOf(search)).toEqual(view);
      }),
    );
  });

  it('is the whole list in manual order if the address has no valid parameters', () => {
    const whole = { query: '', status: null, tags: [], without: [], untagged: false, order: 'hand', paper: null };
    expect(queueViewOf('?view=list&status=red&sort=size&tag=')).toEqual(whole);
    expect(isQueue('?view=grid')).toBe(false);
  });
});
