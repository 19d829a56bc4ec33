/**
 * Which papers a view of the library shows, and how many each facet would. Papers are numbers of an
 * index.
 */

import type { ReadingListEntry, ReadingStatus } from '../model/entry.ts';
import type { Digest, PaperId } from '../model/paper.ts';
import { tagKey } from '../model/tag-key.ts';
import { tagsByUse } from '../model/tags.ts';
import type { CreditTable } from '../search-index/credit-table.ts';
import { HAS_CODE, type SearchIndex } from '../search-index/search-index.ts';

/** A place on the reading list, or off it. */
export type ListPlace = 'yes' | 'no' | ReadingStatus;

/** The facets that a view sets; null for those that it doesn't. */
export interface Narrowing {
  /** Id of a digest. */
  digest: string | null;
  saved: ListPlace | null;
  tag: string | null;
  year: number | null;
  /** The shorter name of a venue. */
  venue: string | null;
  code: boolean;
}

/** How many papers there would be with a facet set like this, and the others as they are. */
export interface FacetCounts {
  digests: ReadonlyMap<string, number>;
  saved: Record<ListPlace, number>;
  /** By tag, the most used first. */
  tags: ReadonlyMap<string, number>;
  /** The latest first. */
  years: ReadonlyMap<number, number>;
  /** By short name, those with most papers first. */
  venues: ReadonlyMap<string, number>;
  code: number;
}

/** The papers of a view, and its facets' counts. */
export interface LibraryResults {
  papers: Uint32Array;
  counts: FacetCounts;
}

/** Which digests contain which papers of an index. */
export class DigestMembership {
  /** Ids of the digests. */
  readonly ids: string[];
  /** For each paper, where its digests begin in {@link holders}; and the end. */
  private readonly starts: Uint32Array;
  /** Indexes of digests in {@link ids}. */
  private readonly holders: Uint32Array;

  constructor(index: SearchIndex, digests: ReadonlyMap<string, Digest>) {
    this.ids = [...digests.keys()];
    const held = Array.from(digests.values(), ({ paperIds }) => paperIds.map((id) => index.numberOf(id)));
    this.starts = new Uint32Array(index.size + 1);
    for (const paper of held.flat()) if (paper >= 0) (this.starts[paper + 1] as number)++;
    for (let i = 0; i < index.size; i++) (this.starts[i + 1] as number) += this.starts[i] as number;
    const next = this.starts.slice();
    this.holders = new Uint32Array(this.starts[index.size] as number);
    for (const [digest, papers] of held.entries()) {
      for (const paper of papers) if (paper >= 0) this.holders[(next[paper] as number)++] = digest;
    }
  }

  /** Indexes in {@link ids} of the digests that contain a paper. */
  of(paper: number): Uint32Array {
    return this.holders.subarray(this.starts[paper], this.starts[paper + 1]);
  }
}

/** Counts the papers of an index by facet. */
export class FacetCounter {
  private readonly index: SearchIndex;
  private readonly digests: DigestMembership;
  private readonly entries: ReadonlyMap<number, ReadingListEntry>;
  private readonly credits: CreditTable;

  constructor(
    index: SearchIndex,
    digests: DigestMembership,
    entries: ReadonlyMap<PaperId, ReadingListEntry>,
    credits: CreditTable,
  ) {
    this.index = index;
    this.credits = credits;
    this.digests = digests;
    this.entries = new Map(Array.from(entries.values(), (entry) => [index.numberOf(entry.paperId), entry]));
  }

  /** Filters `answers`, without reordering them, and counts. */
  narrow(answers: Uint32Array, { digest, saved, tag, year, venue, code }: Narrowing): LibraryResults {
    const counts = { digests: new Map<string, number>(), saved: noPlaces(), code: 0 };
    const tagged: ReadingListEntry[] = [];
    const key = tag === null ? null : tagKey(tag);
    const wanted = digest === null ? -1 : this.digests.ids.indexOf(digest);
    const { years, venues, venueNames } = this.credits;
    const wantedVenue = venue === null ? -1 : venueNames.indexOf(venue);
    const byDigest = new Uint32Array(this.digests.ids.length);
    const byYear = new Map<number, number>();
    const byVenue = new Uint32Array(venueNames.length);
    const papers = new Uint32Array(answers.length);
    let count = 0;
    for (const paper of answers) {
      const entry = this.entries.get(paper);
      const hasCode = ((this.index.arrays.flags[paper] as number) & HAS_CODE) !== 0;
      const holders = this.digests.of(paper);
      const [itsYear, itsVenue] = [years[paper] as number, venues[paper] as number];
      let misfit = 0;
      if (digest !== null && !holders.includes(wanted)) misfit |= DIGEST;
      if (saved !== null && !placesOf(entry).includes(saved)) misfit |= SAVED;
      if (key !== null && !entry?.tags.some((each) => tagKey(each) === key)) misfit |= TAG;
      if (year !== null && itsYear !== year) misfit |= YEAR;
      if (venue !== null && itsVenue !== wantedVenue) misfit |= VENUE;
      if (code && !hasCode) misfit |= CODE;
      // A paper that two facets exclude is excluded whatever the choice in one of them.
      if ((misfit & (misfit - 1)) !== 0) continue;
      const fitsBut = (facet: number): boolean => (misfit & ~facet) === 0;
      if (fitsBut(DIGEST)) for (const holder of holders) (byDigest[holder] as number)++;
      if (fitsBut(SAVED)) for (const place of placesOf(entry)) counts.saved[place]++;
      if (fitsBut(TAG) && entry) tagged.push(entry);
      if (fitsBut(YEAR) && itsYear > 0) byYear.set(itsYear, (byYear.get(itsYear) ?? 0) + 1);
      if (fitsBut(VENUE) && itsVenue > 0) (byVenue[itsVenue] as number)++;
      if (fitsBut(CODE) && hasCode) counts.code++;
      if (misfit === 0) papers[count++] = paper;
    }
    for (const [i, id] of this.digests.ids.entries()) counts.digests.set(id, byDigest[i] as number);
    const ofVenues = Array.from(byVenue, (papers, i): [string, number] => [venueNames[i] as string, papers]);
    return {
      papers: papers.slice(0, count),
      counts: {
        ...counts,
        tags: new Map(tagsByUse(tagged).map(({ tag, count }) => [tag, count])),
        years: new Map([...byYear].sort(([a], [b]) => b - a)),
        venues: new Map(ofVenues.filter(([, papers]) => papers > 0).sort(([, a], [, b]) => b - a)),
      },
    };
  }
}

/** Facets that exclude a paper, as bits. */
const [DIGEST, SAVED, TAG, YEAR, VENUE, CODE] = [1, 2, 4, 8, 16, 32] as const;

function placesOf(entry: ReadingListEntry | undefined): ListPlace[] {
  return entry ? ['yes', entry.status] : ['no'];
}

function noPlaces(): Record<ListPlace, number> {
  return { yes: 0, no: 0, 'to-read': 0, reading: 0, read: 0 };
}
