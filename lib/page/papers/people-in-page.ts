/** Reads names of people, as pages list them. */
import { authorsOf } from '../../core/formats/people.ts';
import type { Author } from '../../core/model/record.ts';

/**
 * What is not part of a name: footnote marks, affiliation numbers, numbers that tell homonyms
 * apart.
 */
const NOT_NAME = /[*†‡§¶∗⋆✉#]|(?:^|\s)\d{4}$|\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\p{L}{3})\.$/gu;
/** What replaces names that are left out. */
const OMITTED_NAMES =
  /(?:^|[\s,;])(?:et\.?\s+al\b\.?.*|and\s+\d+\s+(?:others|more).*|\+\s*\d+\s*(?:authors?|more).*|…|\.\.\.)$/i;

/** Authors from a list of names: "Yang Song" or "Song, Yang". */
export function people(names: readonly string[]): Author[] {
  return authorsOf(
    names
      .map((name) => name.replace(OMITTED_NAMES, '').replace(NOT_NAME, '').trim())
      .filter((name) => /\p{L}/u.test(name)),
  );
}

/**
 * Authors from a line of names separated by semicolons, dots or commas, and "and" before the last.
 */
export function peopleIn(line: string): Author[] {
  const plain = line.replace(/^(?:by|authors?)\b\s*:?\s*/i, '').replace(OMITTED_NAMES, '');
  const [beforeSemicolon = '', ...after] = plain.split(/\s*;\s*/);
  const byComma = beforeSemicolon.split(COMMA_OR_AND).filter((name) => name !== '');
  // "Ada Lovelace, Emmy Noether; Proceedings of …", but "Lovelace, Ada; Noether, Emmy".
  if (after.length > 0 && !(byComma.length > 1 && byComma.every((name) => /\s/.test(name)))) {
    return people([beforeSemicolon, ...after]);
  }
  return people(/[·•|]/.test(plain) ? plain.split(/\s*[·•|]\s*/) : byComma);
}

const COMMA_OR_AND = /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/;
