/** The data model: what a paper, a digest and a reading-list entry are. */
import type { Stamp } from './clock.ts';
import type { EntryField } from './entry.ts';

/** 16 hexadecimal digits, from {@link paperIdOf}: the same title has the same id on every machine and from every source. */
export type PaperId = string;

/** A paper of the catalogue. */
export interface Paper {
  id: PaperId;
  title: string;
  abstract: string;
  /** Ids of the digests that hold the paper, in the order in which they came. */
  digestIds: string[];
  /** Absolute https URLs of code and project pages that the abstract names, cleaned and without repeats. */
  codeLinks: string[];
  /** What pages that are about the paper said of it; the digests have none of this. */
  known?: KnownIds;
}

/** What lists show of a paper: all but what pages tell of it later. */
export type ListedPaper = Omit<Paper, 'known'>;

/** Names of a paper in other catalogues, learned from pages that are about it. */
export interface KnownIds {
  /** Such as "2406.01234" or "cs/0112017", without a version. */
  arxiv?: string;
  /** Such as "10.1145/3292500.3330701", in lower case. */
  doi?: string;
  /** The forum of the paper on OpenReview, such as "rJl-b3RcF7". */
  openreview?: string;
}

/** Where a digest came from. */
export type DigestSource = 'bundled' | 'file' | 'page' | 'bibliography';

/** A digest: one mail of trending papers, or one import. */
export interface Digest {
  /** File name without its ending for bundled digests. */
  id: string;
  /** A name for people: the date, and the words that set its papers apart. */
  name: string;
  /** The date as written in the digest ("Mar 12"), or null: no year is given and none is invented. */
  date: string | null;
  source: DigestSource;
  /** The papers in the digest's own order. */
  paperIds: PaperId[];
}

/** A catalogue: digests and the distinct papers they hold. */
export interface Catalogue {
  digests: Digest[];
  papers: Paper[];
}

/** How far the reader has come with a paper. */
export type ReadingStatus = 'to-read' | 'reading' | 'read';

/** One line of the reading list. Removing it sets {@link deletedAt}: a tombstone, so that it can come back. */
export interface ReadingListEntry {
  paperId: PaperId;
  status: ReadingStatus;
  tags: string[];
  /** Markdown. */
  note: string;
  /** Place in the list by hand, any number; smaller stands higher. New entries go on top. */
  position: number;
  /** Milliseconds since the Unix epoch. */
  addedAt: number;
  /** When anything of it was changed last on this machine. Milliseconds since the Unix epoch. */
  changedAt: number;
  /** Milliseconds since the Unix epoch, or null while the entry stands in the list. */
  deletedAt: number | null;
  /** When each field was changed last, on whichever machine: fields merge on their own. */
  stamps: Record<EntryField, Stamp>;
}
