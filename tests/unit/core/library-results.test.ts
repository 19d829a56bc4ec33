import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { newestFirst } from '../../../lib/core/digest-order.ts';
import { blankEntry } from '../../../lib/core/entry.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import { DigestShelves, LibraryShelves, type ListPlace, type Narrowing } from '../../../lib/core/library-results.ts';
import type { Paper, ReadingListEntry } from '../../../lib/core/paper.ts';

const { papers, digests } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
const index = indexPapers(papers);
const byId = new Map(digests.map((digest) => [digest.id, digest]));
const digestShelves = new DigestShelves(index, byId);

/** Some papers are saved: every seventh, with one of three statuses and of two tags. */
const entries = new Map(
  papers
    .filter((_, i) => i % 7 === 0)
    .map((paper, i): [string, ReadingListEntry] => [
      paper.id,
      {
        ...blankEntry(paper.id),
        status: (['to-read', 'reading', 'read'] as const)[i % 3] as 'read',
        tags: i % 2 ? ['vision'] : i % 5 ? ['vision', 'later'] : [],
        addedAt: 1000 - i,
        deletedAt: null,
      },
    ]),
);
const shelves = new LibraryShelves(index, digestShelves, entries);

const placeHolds = (place: ListPlace, entry: ReadingListEntry | undefined): boolean =>
  place === 'no' ? !entry : place === 'yes' ? entry !== undefined : entry?.status === place;
/** The same, looked up in each paper. */
const fits = (paper: Paper, { digest, saved, tag, code }: Narrowing): boolean => {
  const entry = entries.get(paper.id);
  return (
    (digest === null || paper.digestIds.includes(digest)) &&
    (saved === null || placeHolds(saved, entry)) &&
    (tag === null || (entry?.tags.includes(tag) ?? false)) &&
    (!code || paper.codeLinks.length > 0)
  );
};
const ids = (numbers: Uint32Array): string[] => Array.from(numbers, (paper) => index.idOf(paper));
const whole: Narrowing = { digest: null, saved: null, tag: null, code: false };
const narrowing = fc.record({
  digest: fc.constantFrom(null, ...byId.keys(), 'nowhere'),
  saved: fc.constantFrom<ListPlace | null>(null, 'yes', 'no', 'to-read', 'reading', 'read'),
  tag: fc.constantFrom(null, 'vision', 'later', 'nothing'),
  code: fc.boolean(),
});

describe('The papers of a view', () => {
  it('are those that fit, and each facet counts how many it would leave', () => {
    fc.assert(
      fc.property(narrowing, (view) => {
        const count = (change: Partial<Narrowing>): number =>
          papers.filter((each) => fits(each, { ...view, ...change })).length;
        const results = shelves.narrow(digestShelves.order, view);
        expect(ids(results.papers).sort()).toEqual(
          papers
            .filter((each) => fits(each, view))
            .map(({ id }) => id)
            .sort(),
        );
        const { counts } = results;
        for (const digest of byId.keys()) expect(counts.digests.get(digest)).toBe(count({ digest }));
        for (const saved of ['yes', 'no', 'to-read', 'reading', 'read'] as const) {
          expect(counts.saved[saved]).toBe(count({ saved }));
        }
        for (const tag of ['vision', 'later']) expect(counts.tags.get(tag) ?? 0).toBe(count({ tag }));
        expect(counts.code).toBe(count({ code: true }));
      }),
    );
  });

  it('stand as in the digests, latest first', () => {
    const order = newestFirst(digests).flatMap(({ paperIds }) => paperIds);
    const wanted = [...new Set(order)];
    expect(ids(digestShelves.order)).toEqual(wanted);
    const { papers: some } = shelves.narrow(digestShelves.order.toReversed(), { ...whole, code: true });
    const withCode = new Set(papers.filter(({ codeLinks }) => codeLinks.length > 0).map(({ id }) => id));
    expect(ids(shelves.byDigest(some))).toEqual(wanted.filter((id) => withCode.has(id)));
  });

  it('stand with those first that were saved last', () => {
    const sorted = ids(shelves.bySaving(digestShelves.order));
    expect(sorted.slice(0, entries.size)).toEqual([...entries.keys()]);
    expect(sorted.slice(entries.size)).toEqual(ids(digestShelves.order).filter((id) => !entries.has(id)));
  });

  it('are told though an entry’s paper is not in the catalogue', () => {
    const stray = new Map([['0000000000000000', { ...blankEntry('0000000000000000'), deletedAt: null }]]);
    const { counts, papers: all } = new LibraryShelves(index, digestShelves, stray).narrow(digestShelves.order, whole);
    expect([all.length, counts.saved.yes]).toEqual([papers.length, 0]);
  });
});
