/**
 * Terms for who wrote a paper, where and when. They share the dictionary with words, each with a
 * prefix for its field (the term prefixes of Xapian), and their postings are among those of
 * abstracts: so the file of an index needs nothing new for them, and they are read by term like
 * words.
 */
import type { Paper } from '../model/paper.ts';
import { formsOf, wordsOf } from '../text/words.ts';

/**
 * Begins the prefix of every such term. It occurs in no text, and sorts after all other characters.
 */
export const CREDIT_MARK = '\uffff';

/** The fields, by the prefixes of their terms. */
export const creditFields = {
  /** Words of authors' names. */
  author: `${CREDIT_MARK}a`,
  /** Words of the venue: of its full name, and its acronym. */
  venue: `${CREDIT_MARK}v`,
  /**
   * Words of its short name alone. Plain words are looked for in these, because full names have
   * words such as "learning".
   */
  shortVenue: `${CREDIT_MARK}s`,
  /** The venue itself, by its short name as written: for facets. */
  venueName: `${CREDIT_MARK}n`,
  year: `${CREDIT_MARK}y`,
} as const;

/** One of the fields. */
export type CreditField = keyof typeof creditFields;

/** What these terms are made of. */
export type CreditedPaper = Partial<Pick<Paper, 'authors' | 'year' | 'venue' | 'shortVenue'>>;

/** Longer names of venues with the same beginning are one facet. */
const MAX_VENUE_NAME_LENGTH = 200;

/** The terms of a paper, without repeats. */
export function creditTerms({ authors = [], year, venue = '', shortVenue = venue }: CreditedPaper): Set<string> {
  const words = (field: CreditField, text: string): string[] =>
    wordsOf(text)
      .flatMap((word) => [...formsOf(word)])
      // Initials occur in every other name.
      .filter((form) => form.length > 1)
      .map((form) => creditFields[field] + form);
  return new Set([
    ...authors.flatMap(({ family, given = '' }) => words('author', `${given} ${family}`)),
    ...words('venue', `${venue} ${shortVenue}`),
    ...words('shortVenue', shortVenue),
    ...(shortVenue ? [creditFields.venueName + shortVenue.slice(0, MAX_VENUE_NAME_LENGTH)] : []),
    ...(year === undefined ? [] : [creditFields.year + year]),
  ]);
}

/** A term without the prefix of its field. */
export function withoutPrefix(term: string): string {
  return term.startsWith(CREDIT_MARK) ? term.slice(creditFields.author.length) : term;
}
