/**
 * Records: what one source says of one paper. Papers are derived from them (sourced-paper.ts,
 * derive-paper.ts), and never merged.
 */
import { fold } from '../text/fold.ts';
import type { RecordIdKind } from './record-ids.ts';

/** An author. Organisations have a family name alone. */
export interface Author {
  family: string;
  given?: string;
}

/** The fields that a byline shows. */
export interface Credited {
  authors?: readonly Author[] | undefined;
  year?: number | undefined;
  venue?: string | undefined;
  shortVenue?: string | undefined;
}

/** The types of work that sources tell apart. */
export const workTypes = ['article', 'conference', 'preprint', 'book', 'chapter', 'thesis', 'report', 'other'] as const;

/** One of them. */
export type WorkType = (typeof workTypes)[number];

/**
 * What one source says of one paper, as plain text and otherwise unchanged. Fields that it does not
 * give are absent.
 */
export interface PaperRecord {
  /** Id of the source. */
  sourceId: string;
  /** Index in the source, from 0. With the source it is the record's key. */
  place: number;
  title: string;
  /** Further titles, if several entries of the source are of this paper. */
  alsoTitled?: string[];
  abstract?: string;
  /** In the order of the work. */
  authors?: Author[];
  year?: number;
  venue?: string;
  type?: WorkType;
  /** Ids in other catalogues, normalised: arXiv's without a version, DOIs in lower case. */
  ids?: Partial<Record<RecordIdKind, string>>;
  /** https addresses of pages about the paper. */
  links?: string[];
  /** https addresses of code and project pages. */
  codeLinks?: string[];
  keywords?: string[];
}

/** A record without its source and place. */
export type RecordContent = Omit<PaperRecord, 'sourceId' | 'place'>;

/**
 * The last word of the first author's family name, folded: "van den Oord" and "Oord" are both
 * "oord", because programs do not agree where a family name begins. Undefined if the record names
 * no author.
 */
export function firstAuthorOf({ authors }: Pick<PaperRecord, 'authors'>): string | undefined {
  const words = authors?.[0]?.family.trim().split(/\s+/) ?? [];
  return fold(words.at(-1) ?? '') || undefined;
}

/** Venues of papers that are not published yet. */
const PREPRINT_VENUE = /^(?:arxiv|corr\b|biorxiv|medrxiv|ssrn|openreview|preprint)/i;

/** How far a paper had come, as the record's source saw it. */
export function stageOf({ type, venue = '', ids = {} }: PaperRecord): 'published' | 'preprint' | 'unknown' {
  if (type === 'preprint' || PREPRINT_VENUE.test(venue)) return 'preprint';
  if (venue !== '' || ids.acl !== undefined) return 'published';
  if (type === 'conference' || type === 'article' || type === 'book' || type === 'chapter') {
    return ids.arxiv !== undefined && ids.doi === undefined ? 'preprint' : 'published';
  }
  return ids.arxiv === undefined ? 'unknown' : 'preprint';
}
