import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { fold } from '../../../lib/core/fold.ts';
import { foldBytes } from '../../../lib/core/fold-bytes.ts';
import { encodeText } from '../../../lib/core/texts.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

it.each([
  ['titles and abstracts', papers.flatMap(({ title, abstract }) => [title, abstract])],
  ['every character of ASCII, alone and after a letter', ascii.flatMap((char) => [char, `a${char}`, `${char}B`])],
  ['all of them together, plain ones too', [ascii.join(''), ascii.filter((char) => !'\\{+'.includes(char)).join('')]],
  [
    'none, and more than there was room for',
    ['', 'Plain TEXT, '.repeat(1000), 'S^{2}FT – Fréchet '.repeat(1000), 'short'],
  ],
])('folds the bytes of %s as it folds texts', (_, texts) => {
  for (const text of texts) expect(foldBytes(encodeText(text))).toBe(fold(text));
});

it('folds the bytes of random texts as it folds texts, whatever stands beside a space', () => {
  const pieces = [
    // Spaces oftener than all else.
    ...'    \n\t\u00a0\\{}+^_$-–aBz9é\u0301∞αﬁ中ー²½\u00ad\u200d\ufeff😀𝔸',
    ...[
      '\\infty',
      '\\mathbf',
      'mathbf{',
      '\\"',
      '\\c',
      '\\v ',
      '\\o',
      '++',
      'S^{2}FT',
      'plain '.repeat(14),
      'textit{x}',
    ],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (text) => {
      expect(foldBytes(encodeText(text))).toBe(fold(text));
    }),
    { numRuns: 20_000 },
  );
});
