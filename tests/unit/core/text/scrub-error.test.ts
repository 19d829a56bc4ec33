import { describe, expect, it } from 'vitest';
import { scrubError } from '../../../../lib/core/text/scrub-error.ts';
import fc from '../../../fixtures/properties.ts';

const messageOf = (message: string): string => scrubError(new Error(message)).message;

describe('A scrubbed error', () => {
  it.each([
    ["Cannot read properties of undefined (reading 'tags')", "Cannot read properties of undefined (reading 'tags')"],
    [
      "Failed to execute 'put' on 'IDBObjectStore': the disk is full",
      "Failed to execute … on 'IDBObjectStore': the disk is full",
    ],
    ['Unexpected token \'E\', "EpiGRAF: R"... is not valid JSON', 'Unexpected token …"... is not valid JSON'],
    ['URL constructor: epigraf gan is not a valid URL.', 'URL constructor: … is not a valid URL.'],
    ['Invalid regular expression: /zebra+/: nothing', '… …'],
  ])('keeps of %j what browsers wrote', (message, kept) => {
    if (kept === '… …') expect(messageOf(message)).not.toMatch(/zebra/);
    else expect(messageOf(message)).toBe(kept);
  });

  it('contains no word, address or number of the reader', () => {
    const secret = fc.stringMatching(/^[a-z]{3,12}zq[a-z0-9]{0,6}$/);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom(' ', "'", '"', '“', '/', ': ', '(', 'https://', '?q=', '.'),
        (word, before) => {
          const error = new TypeError(`Cannot read ${before}${word}${before} of undefined`);
          error.stack = `TypeError: ${word}\n  at f (https://${word}.example/${word}.js:1:2)\n  at chrome-extension://id/library.html?q=${word}:1:2\n  at chrome-extension://id/chunks/a-B1.js:3:4`;
          const scrubbed = scrubError(error);
          expect(JSON.stringify(scrubbed)).not.toContain(word);
          expect(scrubbed.stack).toEqual(['chunks/a-B1.js:3:4']);
        },
      ),
    );
    expect(messageOf('2406.01234 and 1795916523669')).not.toMatch(/2406|01234|1795916523669/);
    expect(messageOf('Read 機密の評価 now')).not.toContain('機');
  });

  it('keeps a name only if it is an error’s', () => {
    expect(scrubError(Object.assign(new Error('x'), { name: 'My secret title' })).name).toBe('Error');
    expect(scrubError(new RangeError('x')).name).toBe('RangeError');
  });

  it.each([undefined, null, 'a secret', 7, {}, { message: 7, stack: {} }])(
    'is made of whatever was thrown: %j',
    (thrown) => {
      expect(JSON.stringify(scrubError(thrown))).not.toContain('secret');
    },
  );
});
