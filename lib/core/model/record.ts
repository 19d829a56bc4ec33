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

/** What a byline is made of. */
export interface Credited {
  authors?: readonly Author[] | undefined;
  year?: number | undefined;
  venue?: string | undefined;
  shortVenue?: string | undefined;
}

/** The kinds of work that a source may say that a paper is. */
export const workTypes = ['article', 'conference', 'preprint', 'book', 'chapter', 'thesis', 'report', 'other'] as const;

/** One of them. */
export type WorkType = (typeof workTypes)[number];

/**
 * What one source says of one paper, decoded to plain text and otherwise untouched. Fields that it
 * does not give are not there.
 */
export interface PaperRecord {
  /** Id of the source. */
  sourceId: string;
  /** Place in the source, counted from 0. With the source it is the record's key. */
  place: number;
  title: string;
  /** Further titles, where several entries of the source are of this paper. */
  alsoTitled?: string[];
  abstract?: string;
  /** In the order of the work. */
  authors?: Author[];
  year?: number;
  venue?: string;
  type?: WorkType;
  /**
   * Names in other catalogues, each as its own rules write it: arXiv's without a version, DOIs in
   * lower case.
   */
  ids?: Partial<Record<RecordIdKind, string>>;
  /** https addresses of pages about the paper. */
  links?: string[];
  /** https addresses of code and project pages. */
  codeLinks?: string[];
  keywords?: string[];
}

/** What a record says, wherever it is. */
export type RecordContent = Omit<PaperRecord, 'sourceId' | 'place'>;

/**
 * The first author's family name, folded: "van den Oord" and "Oord" alike are "oord", as programs
 * do not agree where a family name begins. Undefined where the record names no author.
 */
export function firstAuthorOf({ authors }: Pick<PaperRecord, 'authors'>): string | undefined {
  const words = authors?.[0]?.family.trim().split(/\s+/) ?? [];
  return fold(words.at(-1) ?? '') || undefined;
}

/** Names of places where papers stand before they are published. */
const PREPRINT_VENUE = /^(?:arxiv|corr\b|biorxiv|medrxiv|ssrn|openreview|preprint)/i;

/** How far a record's paper had come, as its source saw it. */
export function stageOf({ type, venue = '', ids = {} }: PaperRecord): 'published' | 'preprint' | 'unknown' {
  if (type === 'preprint' || PREPRINT_VENUE.test(venue)) return 'preprint';
  if (venue !== '' || ids.acl !== undefined) return 'published';
  if (type === 'conference' || type === 'article' || type === 'book' || type === 'chapter') {
    return ids.arxiv !== undefined && ids.doi === undefined ? 'preprint' : 'published';
  }
  return ids.arxiv === undefined ? 'unknown' : 'preprint';
}
