import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import type { ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { blankEntry } from '../../../../lib/core/model/entry.ts';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import {
  DigestMembership,
  FacetCounter,
  type ListPlace,
  type Narrowing,
} from '../../../../lib/core/search/facet-counts.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import { creditTable } from '../../../../lib/core/search-index/credit-table.ts';
import fc from '../../../fixtures/properties.ts';

const { papers: bundled, digests } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
/** Of some a year is known, of some a venue, of some both. */
const papers = bundled.map(
  (paper, i): Paper => ({
    ...paper,
    ...(i % 3 > 0 && { year: 2018 + (i % 5) }),
    ...(i % 4 > 0 && { venue: i % 4 > 1 ? 'International Conference on Learning Representations' : 'Nature' }),
    ...(i % 4 > 1 && { shortVenue: 'ICLR' }),
  }),
);
const index = indexPapers(papers);
const byId = new Map(digests.map((digest) => [digest.id, digest]));
const membership = new DigestMembership(index, byId);
const all = Uint32Array.from({ length: index.size }, (_, paper) => paper);

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
const credits = await creditTable(index);
const counter = new FacetCounter(index, membership, entries, credits);

const placeHolds = (place: ListPlace, entry: ReadingListEntry | undefined): boolean =>
  place === 'no' ? !entry : place === 'yes' ? entry !== undefined : entry?.status === place;
/** The same, looked up in each paper. */
const fits = (paper: Paper, { digest, saved, tag, year, venue, code }: Narrowing): boolean => {
  const entry = entries.get(paper.id);
  return (
    (digest === null || paper.digestIds.includes(digest)) &&
    (saved === null || placeHolds(saved, entry)) &&
    (tag === null || (entry?.tags.includes(tag) ?? false)) &&
    (year === null || paper.year === year) &&
    (venue === null || (paper.shortVenue ?? paper.venue) === venue) &&
    (!code || paper.codeLinks.length > 0)
  );
};
const ids = (numbers: Uint32Array): string[] => Array.from(numbers, (paper) => index.idOf(paper));
const whole: Narrowing = { digest: null, saved: null, tag: null, year: null, venue: null, code: false };
const narrowing = fc.record({
  digest: fc.constantFrom(null, ...byId.keys(), 'nowhere'),
  saved: fc.constantFrom<ListPlace | null>(null, 'yes', 'no', 'to-read', 'reading', 'read'),
  tag: fc.constantFrom(null, 'vision', 'later', 'nothing'),
  year: fc.constantFrom(null, 2019, 2021, 1999),
  venue: fc.constantFrom(null, 'ICLR', 'Nature', 'International Conference on Learning Representations'),
  code: fc.boolean(),
});

describe('The papers of a view', () => {
  it('match its filters, and each facet counts how many it would leave', () => {
    fc.assert(
      fc.property(narrowing, (view) => {
        const count = (change: Partial<Narrowing>): number =>
          papers.filter((each) => fits(each, { ...view, ...change })).length;
        const results = counter.narrow(all, view);
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
        for (const year of [2019, 2021, 1999]) expect(counts.years.get(year) ?? 0).toBe(count({ year }));
        for (const venue of ['ICLR', 'Nature']) expect(counts.venues.get(venue) ?? 0).toBe(count({ venue }));
        expect(counts.code).toBe(count({ code: true }));
      }),
    );
  });

  it('are offered by year, the latest first, and by venue, those of most papers first', () => {
    const { years, venues } = counter.narrow(all, whole).counts;
    expect([...years.keys()]).toEqual([2022, 2021, 2020, 2019, 2018]);
    expect([...venues.keys()]).toEqual(['ICLR', 'Nature']);
  });

  it('stay in their order', () => {
    const some = counter.narrow(all.toReversed(), { ...whole, code: true }).papers;
    expect([...some]).toEqual([...some].sort((a, b) => b - a));
  });

  it('have each tag once, however it is written', () => {
    const tagged = (paper: Paper, tag: string): [string, ReadingListEntry] => [
      paper.id,
      { ...blankEntry(paper.id), tags: [tag], deletedAt: null },
    ];
    const [a, b, c] = papers as [Paper, Paper, Paper];
    const written = new Map([tagged(a, 'GAN'), tagged(b, 'gan'), tagged(c, 'C++')]);
    const counter = new FacetCounter(index, membership, written, credits);
    expect([...counter.narrow(all, whole).counts.tags.values()]).toEqual([2, 1]);
    expect(ids(counter.narrow(all, { ...whole, tag: 'Gan' }).papers).sort()).toEqual([a.id, b.id].sort());
    expect(counter.narrow(all, { ...whole, tag: 'c' }).papers).toHaveLength(0);
  });

  it('are counted though an entry’s paper is not in the catalogue', () => {
    const stray = new Map([['0000000000000000', { ...blankEntry('0000000000000000'), deletedAt: null }]]);
    const { counts, papers: found } = new FacetCounter(index, membership, stray, credits).narrow(all, whole);
    expect([found.length, counts.saved.yes]).toEqual([papers.length, 0]);
  });
});
