/**
 * Terms for who wrote a paper, where and when. They stand in the same dictionary as words, each
 * behind a mark that says of which field it is (the term prefixes of Xapian), with their postings
 * among those of abstracts: the file of an index needs nothing new for them, and they are read by
 * term as words are.
 */
import type { Paper } from '../model/paper.ts';
import { formsOf, wordsOf } from '../text/words.ts';

/** Begins every such term. No text has this character, and it sorts after all others. */
export const CREDIT_MARK = '\uffff';

/** The fields, by what stands before their terms. */
export const creditFields = {
  /** Words of authors' names. */
  author: `${CREDIT_MARK}a`,
  /** Words of the venue: of its full name, and its letters. */
  venue: `${CREDIT_MARK}v`,
  /**
   * The same of its shorter name alone: what plain words look in, as the full one has words such as
   * "learning".
   */
  shortVenue: `${CREDIT_MARK}s`,
  /** The venue itself, by its shorter name as written: for facets. */
  venueName: `${CREDIT_MARK}n`,
  year: `${CREDIT_MARK}y`,
} as const;

/** One of the fields. */
export type CreditField = keyof typeof creditFields;

/** What terms are made of. */
export type CreditedPaper = Partial<Pick<Paper, 'authors' | 'year' | 'venue' | 'shortVenue'>>;

/** Names of venues that are the same to their end are one facet. */
const MAX_VENUE_NAME = 200;

/** The terms of a paper, each once. */
export function creditTerms({ authors = [], year, venue = '', shortVenue = venue }: CreditedPaper): Set<string> {
  const words = (field: CreditField, text: string): string[] =>
    wordsOf(text)
      .flatMap((word) => [...formsOf(word)])
      // Initials are in every other name.
      .filter((form) => form.length > 1)
      .map((form) => creditFields[field] + form);
  return new Set([
    ...authors.flatMap(({ family, given = '' }) => words('author', `${given} ${family}`)),
    ...words('venue', `${venue} ${shortVenue}`),
    ...words('shortVenue', shortVenue),
    ...(shortVenue ? [creditFields.venueName + shortVenue.slice(0, MAX_VENUE_NAME)] : []),
    ...(year === undefined ? [] : [creditFields.year + year]),
  ]);
}

/** A term as it is read: without what says of which field it is. */
export function withoutMark(term: string): string {
  return term.startsWith(CREDIT_MARK) ? term.slice(creditFields.author.length) : term;
}
