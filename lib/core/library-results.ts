/** Which papers a view of the library shows, in which order, and how many each facet would. Papers are numbers of an index. */
import { inDigestOrder } from './digest-places.ts';
import type { Digest, PaperId, ReadingListEntry, ReadingStatus } from './paper.ts';
import { HAS_CODE, type SearchIndex } from './search-index.ts';

/** A place on the reading list, or off it. */
export type ListPlace = 'yes' | 'no' | ReadingStatus;

/** By what a view narrows the papers; null where it does not. */
export interface Narrowing {
  /** Id of a digest. */
  digest: string | null;
  saved: ListPlace | null;
  tag: string | null;
  code: boolean;
}

/** How many papers there would be with a facet set so, the other facets staying. */
export interface FacetCounts {
  digests: ReadonlyMap<string, number>;
  saved: Record<ListPlace, number>;
  /** By tag, those that are used most first. */
  tags: ReadonlyMap<string, number>;
  code: number;
}

/** The papers of a view, and its facets' counts. */
export interface LibraryResults {
  papers: Uint32Array;
  counts: FacetCounts;
}

/** Which digests hold which papers of an index. */
export class DigestShelves {
  /** All papers, as they stand in the digests, latest first. */
  readonly order: Uint32Array;
  /** Ids of the digests. */
  readonly ids: string[];
  /** For each paper and the end, where its digests begin in {@link holders}. */
  private readonly starts: Uint32Array;
  /** Places of digests in {@link ids}. */
  private readonly holders: Uint32Array;

  constructor(index: SearchIndex, digests: ReadonlyMap<string, Digest>) {
    this.order = inDigestOrder(index, digests.values());
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

  /** Places in {@link ids} of the digests that hold a paper. */
  of(paper: number): Uint32Array {
    return this.holders.subarray(this.starts[paper], this.starts[paper + 1]);
  }
}

/** What facets ask about the papers of an index. */
export class LibraryShelves {
  private readonly index: SearchIndex;
  private readonly digests: DigestShelves;
  private readonly entries: ReadonlyMap<number, ReadingListEntry>;

  constructor(index: SearchIndex, digests: DigestShelves, entries: ReadonlyMap<PaperId, ReadingListEntry>) {
    this.index = index;
    this.digests = digests;
    this.entries = new Map(Array.from(entries.values(), (entry) => [index.numberOf(entry.paperId), entry]));
  }

  /** Narrows `answers` and counts. They stay in their order. */
  narrow(answers: Uint32Array, { digest, saved, tag, code }: Narrowing): LibraryResults {
    const counts = { digests: new Map<string, number>(), saved: noPlaces(), tags: new Map<string, number>(), code: 0 };
    const wanted = digest === null ? -1 : this.digests.ids.indexOf(digest);
    const byDigest = new Uint32Array(this.digests.ids.length);
    const papers = new Uint32Array(answers.length);
    let count = 0;
    for (const paper of answers) {
      const entry = this.entries.get(paper);
      const hasCode = ((this.index.arrays.flags[paper] as number) & HAS_CODE) !== 0;
      const holders = this.digests.of(paper);
      const digestFits = digest === null || holders.includes(wanted);
      const savedFits = saved === null || placesOf(entry).includes(saved);
      const tagFits = tag === null || (entry?.tags.includes(tag) ?? false);
      const codeFits = !code || hasCode;
      if (savedFits && tagFits && codeFits) {
        for (const holder of holders) (byDigest[holder] as number)++;
      }
      if (digestFits && tagFits && codeFits) for (const place of placesOf(entry)) counts.saved[place]++;
      if (digestFits && savedFits && codeFits) {
        for (const each of entry?.tags ?? []) counts.tags.set(each, (counts.tags.get(each) ?? 0) + 1);
      }
      if (digestFits && savedFits && tagFits && hasCode) counts.code++;
      if (digestFits && savedFits && tagFits && codeFits) papers[count++] = paper;
    }
    for (const [i, id] of this.digests.ids.entries()) counts.digests.set(id, byDigest[i] as number);
    const tags = new Map([...counts.tags].sort(([, a], [, b]) => b - a));
    return { papers: papers.slice(0, count), counts: { ...counts, tags } };
  }

  /** `papers` as they stand in the digests, latest first. */
  byDigest(papers: Uint32Array): Uint32Array {
    const wanted = new Uint8Array(this.index.size);
    for (const paper of papers) wanted[paper] = 1;
    return this.digests.order.filter((paper) => wanted[paper] === 1);
  }

  /** `papers`, those saved last first, those that are not saved after them as they stand in the digests. */
  bySaving(papers: Uint32Array): Uint32Array {
    const when = (paper: number): number => this.entries.get(paper)?.addedAt ?? 0;
    const inOrder = this.byDigest(papers);
    const saved = inOrder.filter((paper) => this.entries.has(paper)).sort((a, b) => when(b) - when(a));
    const sorted = new Uint32Array(papers.length);
    sorted.set(saved);
    sorted.set(
      inOrder.filter((paper) => !this.entries.has(paper)),
      saved.length,
    );
    return sorted;
  }
}

function placesOf(entry: ReadingListEntry | undefined): ListPlace[] {
  return entry ? ['yes', entry.status] : ['no'];
}

function noPlaces(): Record<ListPlace, number> {
  return { yes: 0, no: 0, 'to-read': 0, reading: 0, read: 0 };
}
