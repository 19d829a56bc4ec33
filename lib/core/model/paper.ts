/** The data model: what a paper, a digest and a reading-list entry are. */
import type { Author, WorkType } from './record.ts';
import type { RecordIdKind } from './record-ids.ts';

/**
 * 16 hexadecimal digits, from {@link paperIdOf}: the same title has the same id on every machine
 * and from every source.
 */
export type PaperId = string;

/** A paper of the catalogue. */
export interface Paper {
  id: PaperId;
  title: string;
  abstract: string;
  /** Ids of the digests that hold the paper, in the order in which they came. */
  digestIds: string[];
  /**
   * Absolute https URLs of code and project pages that the abstract names, cleaned and without
   * repeats.
   */
  codeLinks: string[];
  /** If a source gave them: digests name no authors and no years. */
  authors?: Author[];
  year?: number;
  /** Journal, conference or book; of the published version, if there is one. */
  venue?: string;
  /** The acronym by which readers know the venue, if it has one: "ICLR". */
  shortVenue?: string;
  type?: WorkType;
  /** Ids in other catalogues that sources gave. */
  said?: Partial<Record<RecordIdKind, string>>;
  /** Absolute http(s) addresses that sources gave. */
  links?: string[];
  keywords?: string[];
  /** Other titles of the same paper: of its preprint, or of its published version. */
  alsoTitled?: string[];
  /** The ids that its other titles would have: pages refer to papers by these. */
  titleIds?: PaperId[];
  /**
   * The ids in other catalogues that count as facts: those of sources, and those of `learned` that
   * are proven.
   */
  known?: ExternalIds;
  /** What pages about the paper said of it, facts and hearsay (learned-ids.ts). */
  learned?: LearnedId[];
}

/** What lists show of a paper: all but what pages teach later. */
export type ListedPaper = Omit<Paper, 'known' | 'learned'>;

/** Ids of a paper in other catalogues. */
export interface ExternalIds {
  /** Such as "2406.01234" or "cs/0112017", without a version. */
  arxiv?: string;
  /** Such as "10.1145/3292500.3330701", in lower case. */
  doi?: string;
  /** The paper's forum on OpenReview, such as "rJl-b3RcF7". */
  openreview?: string;
}

/** A kind of id. */
export type IdKind = keyof ExternalIds;

/** An id that a page has taught. */
export interface LearnedId {
  kind: IdKind;
  id: string;
  /**
   * The page's host, after "http://" if the connection was not encrypted; null if it was not noted.
   */
  host: string | null;
  /** When it was learned: "2026-11-29", by the reader's calendar; null if it was not noted. */
  day: string | null;
  /** Whether the page's address proves it. */
  isProven: boolean;
}

/** Where a digest came from. */
export type DigestSource = 'bundled' | 'file' | 'page' | 'bibliography' | 'saved';

/** A digest: one mail of trending papers, or one import. */
export interface Digest {
  /** File name without its ending for bundled digests. */
  id: string;
  /** Display name: the date, and the words that set its papers apart. */
  name: string;
  /**
   * The date as written in the digest ("Mar 12"), or null: no year is given and none is invented.
   */
  date: string | null;
  source: DigestSource;
  /** Name of the file, or address of the page without query and fragment. */
  origin?: string;
  /** When it was added. Milliseconds since the Unix epoch. */
  addedAt?: number;
  /** The papers in the digest's own order. */
  paperIds: PaperId[];
}

/** A catalogue: digests and the distinct papers they hold. */
export interface Catalogue {
  digests: Digest[];
  papers: Paper[];
}
