import { expect, it } from 'vitest';
import { samples } from '../../../components/first-run/samples.ts';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';

it('The titles on the first page are in the catalogue, so that they can be saved', () => {
  const titles = bundleDigests('seeds').catalogue.papers.map(({ title }) => title);
  for (const { title } of samples) expect(titles).toContain(title);
});
