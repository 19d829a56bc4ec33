import { expect, it } from 'vitest';
import { digestLabel } from '../../../../lib/core/digests/digest-label.ts';

it.each([
  ['Mar 11', 'Mar 11 · sparse, pruning', 'Mar 11 · sparse, pruning'],
  [null, 'sparse, pruning', 'Undated · sparse, pruning'],
])('the label of a digest of %j named %j begins with the date, or says that there is none', (date, name, label) => {
  expect(digestLabel({ id: 'a', name, date, source: 'bundled', paperIds: [] })).toBe(label);
});
