/** Reads from a backup what sources say of papers, and validates each field first. */
import {
  DamageError,
  fieldsOf,
  linkOf,
  listOf,
  maxItems,
  maxLengths,
  oneOf,
  paperIdIn,
  textOf,
} from '../model/foreign-values.ts';
import { validIds } from '../model/known-ids.ts';
import { type Author, type RecordContent, workTypes } from '../model/record.ts';
import { isAclId, isPubmedId } from '../model/record-ids.ts';
import type { StoredRecord } from '../model/sourced-paper.ts';

/** Publication years that are plausible. */
const YEAR_RANGE = { first: 1000, last: 3000 } as const;

/**
 * Reads the fields of a paper or record other than title, abstract and code. Throws {@link
 * DamageError}.
 */
export function readCredits(
  value: unknown,
  place: string,
): Pick<RecordContent, 'authors' | 'year' | 'venue' | 'type' | 'links' | 'keywords'> {
  const { authors, year, venue, type, links, keywords } = fieldsOf(value, place);
  return {
    ...(authors !== undefined && { authors: listOf(authors, `${place}.authors`, maxItems.links, readAuthor) }),
    ...(year !== undefined && { year: readYear(year, `${place}.year`) }),
    ...(venue !== undefined && { venue: textOf(venue, `${place}.venue`, maxLengths.name) }),
    ...(type !== undefined && { type: oneOf(type, workTypes, `${place}.type`) }),
    ...(links !== undefined && { links: listOf(links, `${place}.links`, maxItems.links, linkOf) }),
    ...(keywords !== undefined && {
      keywords: listOf(keywords, `${place}.keywords`, maxItems.links, (word, at) => textOf(word, at, maxLengths.name)),
    }),
  };
}

/**
 * Reads ids in other catalogues. Malformed ones are left out, because links are made of them.
 * Throws {@link DamageError}.
 */
export function readNames(value: unknown, place: string): NonNullable<RecordContent['ids']> {
  const fields = fieldsOf(value, place);
  const text = (name: string): string => textOf(fields[name] ?? '', `${place}.${name}`, maxLengths.name);
  const [acl, pmid] = [text('acl'), text('pmid')];
  return {
    ...validIds({ doi: text('doi'), arxiv: text('arxiv'), openreview: text('openreview') }),
    ...(isAclId(acl) && { acl }),
    ...(isPubmedId(pmid) && { pmid }),
  };
}

/** Reads further titles of a paper. Throws {@link DamageError}. */
export function readTitles(value: unknown, place: string): string[] {
  return listOf(value, place, maxItems.links, (title, at) => textOf(title, at, maxLengths.title));
}

/** Reads what one source says of one paper. Throws {@link DamageError}. */
export function readRecord(value: unknown, place: string): StoredRecord {
  const { sourceId, paperId, record } = fieldsOf(value, place);
  const said = fieldsOf(record, `${place}.record`);
  const { alsoTitled, abstract, ids, codeLinks } = said;
  return {
    sourceId: textOf(sourceId, `${place}.sourceId`, maxLengths.name),
    paperId: paperIdIn(paperId, `${place}.paperId`),
    record: {
      title: textOf(said.title, `${place}.record.title`, maxLengths.title),
      ...(alsoTitled !== undefined && {
        alsoTitled: readTitles(alsoTitled, `${place}.record.alsoTitled`),
      }),
      ...(abstract !== undefined && { abstract: textOf(abstract, `${place}.record.abstract`, maxLengths.abstract) }),
      ...readCredits(said, `${place}.record`),
      ...(ids !== undefined && { ids: readNames(ids, `${place}.record.ids`) }),
      ...(codeLinks !== undefined && {
        codeLinks: listOf(codeLinks, `${place}.record.codeLinks`, maxItems.links, linkOf),
      }),
    },
  };
}

function readAuthor(value: unknown, place: string): Author {
  const { family, given } = fieldsOf(value, place);
  return {
    family: textOf(family, `${place}.family`, maxLengths.name),
    ...(given !== undefined && { given: textOf(given, `${place}.given`, maxLengths.name) }),
  };
}

function readYear(value: unknown, place: string): number {
  if (!Number.isInteger(value) || (value as number) < YEAR_RANGE.first || (value as number) > YEAR_RANGE.last) {
    throw new DamageError(place, 'year');
  }
  return value as number;
}
