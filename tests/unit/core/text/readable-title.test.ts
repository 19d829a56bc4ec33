import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { readableTitle } from '../../../../lib/core/text/readable-title.ts';
import fc from '../../../fixtures/properties.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;

describe('A readable title', () => {
  it.each([
    ['S^{2}FT: Efficient', 'S²FT: Efficient'],
    ['ell_p-norms and ell_{2}', 'ℓ_p-norms and ℓ₂'],
    ['infty-Diff', '∞-Diff'],
    ['$\\alpha$-Stable', 'α-Stable'],
    ['{BSN}++', 'BSN++'],
    ['A well_known file_2', 'A well_known file₂'],
    ['Costs of 5$ a day', 'Costs of 5$ a day'],
    ['Well, elliptic infinity', 'Well, elliptic infinity'],
    ['x^{abc}', 'x^{abc}'],
  ])('of %j is %j', (title, readable) => {
    expect(readableTitle(title)).toBe(readable);
  });

  it('keeps the folded letters of every bundled title, and of any TeX', () => {
    for (const { title } of papers) expect(fold(readableTitle(title))).toBe(fold(title));
    const pieces = fc.array(
      fc.constantFrom('S', '^{2}', '_p', '_{2}', 'ell', 'infty', '$', '\\alpha', '{', '}', ' ', '-', 'x', '2'),
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const title = all.join('');
        expect(fold(readableTitle(title))).toBe(fold(title));
      }),
      { numRuns: 3000 },
    );
  });
});
