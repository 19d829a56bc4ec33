/**
 * Reading what sources say of papers out of a backup: each field is checked before anything is done
 * with it.
 */
import {
  DamageError,
  fieldsOf,
  linkOf,
  listOf,
  longest,
  mostItems,
  oneOf,
  paperIdIn,
  textOf,
} from '../model/foreign-values.ts';
import { validIds } from '../model/known-ids.ts';
import { type Author, type RecordContent, workTypes } from '../model/record.ts';
import { isAclId, isPubmedId } from '../model/record-ids.ts';
import type { StoredRecord } from '../model/sourced-paper.ts';

/** Years before and after which nothing appeared. */
const YEARS = { first: 1000, last: 3000 } as const;

/**
 * What of a paper or a record a source gave beside title, abstract and code. Throws
 * {@link DamageError}.
 */
export function readCredits(
  value: unknown,
  place: string,
): Pick<RecordContent, 'authors' | 'year' | 'venue' | 'type' | 'links' | 'keywords'> {
  const { authors, year, venue, type, links, keywords } = fieldsOf(value, place);
  return {
    ...(authors !== undefined && { authors: listOf(authors, `${place}.authors`, mostItems.links, readAuthor) }),
    ...(year !== undefined && { year: readYear(year, `${place}.year`) }),
    ...(venue !== undefined && { venue: textOf(venue, `${place}.venue`, longest.name) }),
    ...(type !== undefined && { type: oneOf(type, workTypes, `${place}.type`) }),
    ...(links !== undefined && { links: listOf(links, `${place}.links`, mostItems.links, linkOf) }),
    ...(keywords !== undefined && {
      keywords: listOf(keywords, `${place}.keywords`, mostItems.links, (word, at) => textOf(word, at, longest.name)),
    }),
  };
}

/**
 * Names in other catalogues. What has not the form of one is left out: links are made of these.
 * Throws {@link DamageError}.
 */
export function readNames(value: unknown, place: string): NonNullable<RecordContent['ids']> {
  const fields = fieldsOf(value, place);
  const text = (name: string): string => textOf(fields[name] ?? '', `${place}.${name}`, longest.name);
  const [acl, pmid] = [text('acl'), text('pmid')];
  return {
    ...validIds({ doi: text('doi'), arxiv: text('arxiv'), openreview: text('openreview') }),
    ...(isAclId(acl) && { acl }),
    ...(isPubmedId(pmid) && { pmid }),
  };
}

/** Reads further titles of a paper. Throws {@link DamageError}. */
export function readTitles(value: unknown, place: string): string[] {
  return listOf(value, place, mostItems.links, (title, at) => textOf(title, at, longest.title));
}

/** Reads what one source says of one paper. Throws {@link DamageError}. */
export function readRecord(value: unknown, place: string): StoredRecord {
  const { sourceId, paperId, record } = fieldsOf(value, place);
  const said = fieldsOf(record, `${place}.record`);
  const { alsoTitled, abstract, ids, codeLinks } = said;
  return {
    sourceId: textOf(sourceId, `${place}.sourceId`, longest.name),
    paperId: paperIdIn(paperId, `${place}.paperId`),
    record: {
      title: textOf(said.title, `${place}.record.title`, longest.title),
      ...(alsoTitled !== undefined && {
        alsoTitled: readTitles(alsoTitled, `${place}.record.alsoTitled`),
      }),
      ...(abstract !== undefined && { abstract: textOf(abstract, `${place}.record.abstract`, longest.abstract) }),
      ...readCredits(said, `${place}.record`),
      ...(ids !== undefined && { ids: readNames(ids, `${place}.record.ids`) }),
      ...(codeLinks !== undefined && {
        codeLinks: listOf(codeLinks, `${place}.record.codeLinks`, mostItems.links, linkOf),
      }),
    },
  };
}

function readAuthor(value: unknown, place: string): Author {
  const { family, given } = fieldsOf(value, place);
  return {
    family: textOf(family, `${place}.family`, longest.name),
    ...(given !== undefined && { given: textOf(given, `${place}.given`, longest.name) }),
  };
}

function readYear(value: unknown, place: string): number {
  if (!Number.isInteger(value) || (value as number) < YEARS.first || (value as number) > YEARS.last) {
    throw new DamageError(place, 'year');
  }
  return value as number;
}
