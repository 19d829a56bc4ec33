/** Reads JSON values that may be anything: values of the wrong type count as missing. */
import type { Author } from '../model/record.ts';
import { limits } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorOf, isNobody } from './people.ts';

/** Any object in JSON. */
export type JsonFields = Record<string, unknown>;

/** A string of an item, truncated if it is too long; empty for anything else. */
export function textIn(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, limits.field) : '';
}

/** The same, as plain text on one line. */
export function plain(value: unknown): string {
  return cleanText(textOfHtml(textIn(value)));
}

/** The items of a list; none of anything else. */
export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The strings of a list, as many as a paper may have. */
export function textsIn(value: unknown): string[] {
  return listIn(value).slice(0, limits.keywords).map(textIn).filter(Boolean);
}

/** The fields of an object; none of anything else. */
export function fieldsIn(value: unknown): JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonFields) : {};
}

/** The author in an object of name parts, as CSL calls them; none if it names nobody. */
export function peopleIn(name: JsonFields): Author[] {
  const part = (...keys: string[]): string =>
    keys
      .map((key) => plain(name[key]))
      .filter(Boolean)
      .join(' ');
  const family = part('non-dropping-particle', 'family');
  const given = part('given', 'dropping-particle');
  const whole = part('literal');
  // CSL gives an organisation's name as a literal.
  if (family === '' && whole !== '' && !whole.includes(',') && !isNobody(whole)) return [{ family: whole }];
  const author = family ? { family, ...(given && { given }) } : authorOf(whole || given);
  return author ? [author] : [];
}
