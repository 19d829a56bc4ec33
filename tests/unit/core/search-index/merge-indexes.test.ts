import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import { mergeIndexes } from '../../../../lib/core/search-index/merge-indexes.ts';
import fc from '../../../fixtures/properties.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const atOnce = async (): Promise<void> => {};

const words = fc.array(fc.constantFrom('graph', 'low-rank', 'GraNet', 'of', '∞-Diff', 'the', 'x'), { maxLength: 8 });
const paper = fc.tuple(fc.integer({ max: 12, min: 0 }), words, words).map(
  ([number, title, abstract]): Paper => ({
    id: paperIdOf(`${number}`),
    title: title.join(' '),
    abstract: abstract.join(' '),
    digestIds: [],
    codeLinks: number % 2 ? ['https://a.org/'] : [],
  }),
);
const some = fc.uniqueArray(paper, { maxLength: 10, selector: ({ id }) => id });

describe('mergeIndexes', () => {
  it('equals the index built from the papers of both, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(some, some, fc.array(fc.integer({ min: 0, max: 12 })), async (older, newer, numbers) => {
        const gone = new Set(numbers.map((number) => paperIdOf(`${number}`)));
        const merged = await mergeIndexes(indexPapers(older), indexPapers(newer), gone, atOnce);
        const expected = indexPapers([...older.filter(({ id }) => !gone.has(id)), ...newer]);
        expect(merged.arrays).toEqual(expected.arrays);
      }),
      { numRuns: 300 },
    );
  });

  it('merges the digests’ papers in parts to the same index as all at once', async () => {
    let index = indexPapers([]);
    for (let i = 0; i < papers.length; i += 37) {
      index = await mergeIndexes(index, indexPapers(papers.slice(i, i + 37)), new Set(), atOnce);
    }
    expect(index.arrays).toEqual(indexPapers(papers).arrays);
  });

  it('yields to other tasks', async () => {
    const pause = vi.fn(atOnce);
    await mergeIndexes(indexPapers(papers.slice(0, 145)), indexPapers(papers.slice(145)), new Set(), pause);
    expect(pause.mock.calls.length).toBeGreaterThan(3);
  });
});
