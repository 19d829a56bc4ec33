/** Names of people, as pages list them. */
import { authorsOf } from '../../core/formats/people.ts';
import type { Author } from '../../core/model/record.ts';

/** What is no part of a name: marks of notes, numbers of affiliations, those of homonyms. */
const MARKS = /[*†‡§¶∗⋆✉#]|(?:^|\s)\d{4}$|\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\p{L}{3})\.$/gu;
/** What stands in place of names that are left out. */
const OTHERS =
  /(?:^|[\s,;])(?:et\.?\s+al\b\.?.*|and\s+\d+\s+(?:others|more).*|\+\s*\d+\s*(?:authors?|more).*|…|\.\.\.)$/i;

/** The people of a list, each a name: "Yang Song" or "Song, Yang". */
export function people(names: readonly string[]): Author[] {
  return authorsOf(
    names.map((name) => name.replace(OTHERS, '').replace(MARKS, '').trim()).filter((name) => /\p{L}/u.test(name)),
  );
}

/** The people of a line: names parted by semicolons, dots or commas, and "and" before the last. */
export function peopleIn(line: string): Author[] {
  const plain = line.replace(/^(?:by|authors?)\b\s*:?\s*/i, '').replace(OTHERS, '');
  const [beforeSemicolon = '', ...after] = plain.split(/\s*;\s*/);
  const byComma = beforeSemicolon.split(COMMA).filter((name) => name !== '');
  // "Ada Lovelace, Emmy Noether; Proceedings of …", but "Lovelace, Ada; Noether, Emmy".
  if (after.length > 0 && !(byComma.length > 1 && byComma.every((name) => /\s/.test(name)))) {
    return people([beforeSemicolon, ...after]);
  }
  return people(/[·•|]/.test(plain) ? plain.split(/\s*[·•|]\s*/) : byComma);
}

const COMMA = /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/;
